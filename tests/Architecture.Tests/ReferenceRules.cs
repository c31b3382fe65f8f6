using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IntegrationPlatform.Architecture.Tests;

/// <summary>"Who may reference whom" of docs/architecture.md, read from the project files.</summary>
internal static class ReferenceRules
{
    private const string Contracts = @"services/\w+/Contracts/";
    private const string Hosting = "ServiceDefaults/Hosting/";
    private const string Messaging = "ServiceDefaults/Messaging/";
    private const string Persistence = "ServiceDefaults/Persistence/";
    private const string Parties = "services/Grants/Parties/";
    private const string Municipalities = "services/Municipalities/";

    /// <summary>Which projects may reference which; the first row that fits a project holds.</summary>
    private static readonly (string Project, string[] May)[] Projects =
    [
        (Contracts, [Contracts]),
        (Hosting, []),
        (Messaging, []),
        (Persistence, [Hosting]),
        (Parties, ["services/Grants/Contracts/", Hosting, Messaging]),
        (Municipalities, []),
        (@"services/\w+/Service/", [Contracts, Parties, Municipalities, Hosting, Messaging, Persistence]),
        ("gateway/Client/", []),
        (@"gateway/Client\.Sample/", ["gateway/Client/"]),
        ("gateway/", [Hosting]),
        ("AppHost/Issuer/", [Hosting]),
        ("AppHost/", ["AppHost/", @"services/\w+/Service/", "gateway/", "tests/Imdinett/"]),
        ("tests/", [".*"]),
    ];

    /// <summary>Packages that a project may not take in, since its rule leaves them out.</summary>
    private static readonly (string Project, string Packages)[] Forbidden =
    [
        (Contracts, ".*"),
        (Municipalities, ".*"),
        (Hosting, "MassTransit|EntityFrameworkCore|Npgsql|Yarp"),
        (Messaging, "Yarp|OpenTelemetry|OpenApi"),
        (Persistence, "MassTransit|Yarp"),
        (@"services/\w+/Service/", "Yarp|MediatR|AutoMapper"),
        ("gateway/", "MassTransit|EntityFrameworkCore|Npgsql"),
    ];

    /// <summary>What the project files reference and may not.</summary>
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Name.EndsWith(".csproj", StringComparison.Ordinal)).SelectMany(Violations);

    private static IEnumerable<string> Violations(SourceFile project)
    {
        var rule = Array.Find(Projects, r => Fits(r.Project, project.Path));
        if (rule.May is null)
        {
            yield return $"{project.Path} has no place in the architecture";
            yield break;
        }

        var xml = XDocument.Parse(project.Text);
        foreach (var reference in Includes(xml, "ProjectReference").Select(r => Resolve(project.Folder, r)))
        {
            if (!rule.May.Any(may => Fits(may, reference)))
            {
                yield return $"{project.Path} references {reference}";
            }
        }

        var analyzersApart = Includes(xml, "PackageReference")
            .Where(p => !p.EndsWith(".Design", StringComparison.Ordinal));
        foreach (var package in analyzersApart)
        {
            if (Forbidden.Any(f => Fits(f.Project, project.Path) && Regex.IsMatch(package, f.Packages)))
            {
                yield return $"{project.Path} takes in {package}";
            }
        }
    }

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Select(e => (string?)e.Attribute("Include")).OfType<string>();

    private static string Resolve(string folder, string reference)
    {
        var parts = new List<string>(folder.Split('/'));
        foreach (var part in reference.Replace('\\', '/').Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static bool Fits(string pattern, string path) => Regex.IsMatch(path, $"^{pattern}");
}
