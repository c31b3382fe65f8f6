using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Tests.Support.Contract;
using Xunit;

namespace IntegrationPlatform.Tests.Support.Access;

/// <summary>A service's table in docs/access.md, written from what its endpoints declare.</summary>
public static class AccessPage
{
    private static readonly (Role Role, string Heading)[] Columns =
    [
        (Role.Imdi, "IMDi"),
        (Role.Udi, "UDI"),
        (Role.HkDir, "HK-dir"),
        (Role.NavDirectorate, "AVdir"),
        (Role.Centre, "centre"),
        (Role.HostMunicipality, "host municipality"),
        (Role.CareerCentre, "career centre"),
        (Role.NavOffice, "NAV office"),
        (Role.InvitedMunicipality, "invited municipality"),
        (Role.NotifiedParty, "party told"),
        (Role.AskedMunicipality, "asked municipality"),
        (Role.SettlementMunicipality, "settlement municipality"),
        (Role.VoluntaryOrganisation, "voluntary organisation"),
    ];

    /// <summary>
    /// Asserts that the page shows the service as it is. A run with <c>UPDATE_SNAPSHOTS=1</c> writes its table anew.
    /// </summary>
    public static void Shows(string service, IReadOnlyList<DeclaredEndpoint> endpoints)
    {
        var file = Path.Combine(Checkout.Root, "docs/access.md");
        var page = File.ReadAllText(file);
        var section = new Regex($"(?<=<!-- {service} -->\n).*?(?=<!-- /{service} -->)", RegexOptions.Singleline);
        var table = Table(endpoints);
        if (Checkout.Updates)
        {
            page = section.Replace(page, _ => table);
            File.WriteAllText(file, page);
        }

        Assert.Equal(table, section.Match(page).Value);
    }

    private static string Table(IReadOnlyList<DeclaredEndpoint> endpoints)
    {
        var columns = Columns.Where(c => endpoints.Any(e => e.Rule!.Roles.Contains(c.Role))).ToList();
        var notes = new List<string>();
        var text = new StringBuilder()
            .Append("\n| endpoint | scope | about | ground |")
            .AppendJoin("", columns.Select(c => $" {c.Heading} |"))
            .Append("\n|---|---|---|---|")
            .AppendJoin("", columns.Select(_ => "---|"))
            .Append('\n');
        foreach (var endpoint in endpoints)
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{endpoint.Name}` | `{endpoint.Scope}` | {About(endpoint.Rule!)} | {endpoint.Rule!.Ground} |"
                )
                .AppendJoin("", columns.Select(c => $" {Cell(endpoint, c.Role, notes)} |"))
                .Append('\n');
        }

        return text.Append('\n')
            .AppendJoin(
                "",
                notes.Select((note, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {note}\n"))
            )
            .ToString();
    }

    private static string Cell(DeclaredEndpoint endpoint, Role role, List<string> notes)
    {
        var rule = endpoint.Rule!;
        if (rule.Roles.Count > 0 && !rule.Roles.Contains(role))
        {
            return rule.Case == Case.Own ? "empty"
                : rule.OnlyDirectorates || rule.Case == Case.None ? "403"
                : "404";
        }

        var cell =
            rule.Case == Case.None ? "yes"
            : role.IsDirectorate() && rule.Roles.Count > 0 ? "all"
            : "own";
        foreach (var proviso in endpoint.Provisos.Where(p => p.Role == role))
        {
            var note = $"Only {proviso.Condition}.".Replace("Only without", "Without", StringComparison.Ordinal);
            if (!notes.Contains(note))
            {
                notes.Add(note);
            }

            cell += string.Create(CultureInfo.InvariantCulture, $" ({notes.IndexOf(note) + 1})");
        }

        return cell;
    }

    private static string About(AccessRule rule) =>
        rule switch
        {
            { Case: Case.None } => "nobody's case",
            { Case: Case.Own, Roles.Count: 0 } => "the caller's own",
            { Case: Case.Own } => "a list of the caller's own",
            { Case: Case.SettlementRequest } => "settlement request",
            _ => rule.Case.ToString().ToLowerInvariant(),
        };
}
