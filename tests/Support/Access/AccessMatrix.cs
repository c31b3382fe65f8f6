using System.Net.Http.Json;
using System.Text.RegularExpressions;
using IntegrationPlatform.Hosting.Access;
using Xunit;

namespace IntegrationPlatform.Tests.Support.Access;

/// <summary>
/// Endpoint × role × relation of a running service, cell by cell. What a cell must answer follows from what the endpoint
/// declares; a service's tests say how to call each endpoint and make the cases.
/// </summary>
/// <param name="calls">How each endpoint is called.</param>
/// <param name="client">A client of an organisation with scopes, without their prefix.</param>
/// <param name="holder">Who has a role in a case; null when nobody has.</param>
public sealed partial class AccessMatrix<TTarget>(
    IReadOnlyList<AccessCall<TTarget>> calls,
    Func<string, string[], HttpClient> client,
    Func<Role, TTarget, string?> holder
)
    where TTarget : class
{
    private static readonly Directorates Directorates = new();
    private static readonly string Stranger = TestCluster.NewOrganisation();

    /// <summary>A case.</summary>
    public required TTarget Own { get; init; }

    /// <summary>A case with other parties.</summary>
    public required TTarget Other { get; init; }

    /// <summary>A case in a cluster that is revoked; null when no cluster stands behind the service's cases.</summary>
    public required TTarget? Revoked { get; init; }

    /// <summary>Ids that nothing has.</summary>
    public required TTarget Missing { get; init; }

    /// <summary>Makes another case like the one given, with the same parties, for a call that may change it.</summary>
    public required Func<TTarget, Task<TTarget>> Fresh { get; init; }

    /// <summary>Asserts that every endpoint declares scope and access, and is called by the cells.</summary>
    public void CoversAll(IReadOnlyList<DeclaredEndpoint> declared)
    {
        Assert.All(declared, e => Assert.True(e.Scope is not null, $"{e.Name} requires no scope (RequireScope)."));
        Assert.All(declared, e => Assert.True(e.Rule is not null, $"{e.Name} does not say who may call (Allows)."));
        Assert.Equal(
            declared.Select(e => e.Name).Order(StringComparer.Ordinal),
            calls.Select(c => c.Endpoint).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Asserts one cell.</summary>
    public async Task HoldsAsync(DeclaredEndpoint endpoint, Role role, Relation relation)
    {
        var call = calls.Single(c => c.Endpoint == endpoint.Name);
        var (about, at) = relation switch
        {
            Relation.Anothers => (Own, Other),
            Relation.NoCase => (Missing, Own),
            Relation.RevokedCluster => (Revoked ?? Own, Revoked ?? Own),
            _ => (Own, Own),
        };
        var organisation = HolderOf(role, at);
        var lets = LetsIn(endpoint, call, organisation, role, about, relation);
        if (relation == Relation.WrongScope)
        {
            await Is(403, call, organisation, "other.read", role, about);
        }
        else if (!endpoint.NamesCase && endpoint.Rule!.Case != Case.Own)
        {
            await (
                lets
                    ? Answers(call, organisation, endpoint.Scope!, role, about)
                    : Is(403, call, organisation, endpoint.Scope!, role, about)
            );
        }
        else if (endpoint.Rule!.Case == Case.Own)
        {
            var list = await Answers(call, organisation, endpoint.Scope!, role, about);
            // Without a role the scope is enough for one's own; that it is nobody else's is a test of its own.
            Assert.True(
                endpoint.Rule.Roles.Count == 0
                    || lets == list.Contains(call.Shows!(about).ToString(), StringComparison.Ordinal)
            );
        }
        else if (endpoint.Rule.OnlyDirectorates && !Allowed(endpoint, organisation, about))
        {
            await Is(403, call, organisation, endpoint.Scope!, role, about);
        }
        else if (lets)
        {
            var target = endpoint.Changes ? await Fresh(about) : about;
            await Answers(call, organisation, endpoint.Scope!, role, target);
        }
        else
        {
            var refused = await Is(404, call, organisation, endpoint.Scope!, role, about);
            var none = await Is(404, call, organisation, endpoint.Scope!, role, Missing);
            Assert.Equal(WithoutIds(none), WithoutIds(refused));
        }
    }

    private bool LetsIn(
        DeclaredEndpoint endpoint,
        AccessCall<TTarget> call,
        string organisation,
        Role role,
        TTarget about,
        Relation relation
    ) =>
        endpoint.Rule!.Roles.Count == 0
        || (
            Allowed(endpoint, organisation, about)
            && !(relation == Relation.NoCase && (endpoint.NamesCase || endpoint.Rule.Case == Case.Own))
            && !call.Unfulfilled.Contains(role)
        );

    // Whoever has one of the roles in the case that the call is about, as which role ever the cell calls.
    private bool Allowed(DeclaredEndpoint endpoint, string organisation, TTarget about) =>
        endpoint.Rule!.Roles.Any(r =>
            KnownHolder(r, about) == organisation && !(ReferenceEquals(about, Revoked) && Roles.Cluster.Contains(r))
        );

    private string HolderOf(Role role, TTarget target) => KnownHolder(role, target) ?? Stranger;

    private string? KnownHolder(Role role, TTarget target) =>
        role switch
        {
            Role.Imdi => Directorates.Imdi,
            Role.Udi => Directorates.Udi,
            Role.HkDir => Directorates.HkDir,
            Role.NavDirectorate => Directorates.Nav,
            _ => holder(role, target),
        };

    private async Task<string> Is(
        int status,
        AccessCall<TTarget> call,
        string organisation,
        string scope,
        Role role,
        TTarget target
    )
    {
        var (actual, body) = await Send(call, organisation, scope, role, target);
        Assert.True(status == actual, $"{actual} instead of {status}: {body}");
        return body;
    }

    // 2xx, or a refusal that has to do with the case's state or the request, not with who calls.
    private async Task<string> Answers(
        AccessCall<TTarget> call,
        string organisation,
        string scope,
        Role role,
        TTarget target
    )
    {
        var (actual, body) = await Send(call, organisation, scope, role, target);
        Assert.True(
            actual is (>= 200 and < 300) or 400 or 409 or 422 || (actual == 404 && call.MayHaveNone),
            $"{actual} instead of an answer: {body}"
        );
        return body;
    }

    private async Task<(int Status, string Body)> Send(
        AccessCall<TTarget> call,
        string organisation,
        string scope,
        Role role,
        TTarget target
    )
    {
        using var http = client(organisation, [scope]);
        using var request = new HttpRequestMessage(
            new HttpMethod(call.Endpoint.Split(' ')[0]),
            new Uri(call.Path(target), UriKind.Relative)
        );
        if (call.Body is { } body)
        {
            request.Content = JsonContent.Create(body(target, role));
        }

        using var answer = await http.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string WithoutIds(string problem) => Ids().Replace(problem, "");

    [GeneratedRegex("\"(traceId|instance)\":\"[^\"]*\"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}

/// <summary>What the cells of every service have in common.</summary>
public static class AccessMatrix
{
    /// <summary>Every cell of the endpoints that are called.</summary>
    public static TheoryData<string, Role, Relation> Cells<TTarget>(IEnumerable<AccessCall<TTarget>> calls)
    {
        var cells = new TheoryData<string, Role, Relation>();
        foreach (var call in calls)
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                foreach (var relation in Enum.GetValues<Relation>())
                {
                    cells.Add(call.Endpoint, role, relation);
                }
            }
        }

        return cells;
    }

    /// <summary>How policy is called, which every service has.</summary>
    public static IEnumerable<AccessCall<TTarget>> Policies<TTarget>(string service) =>
        [
            new("GET /policies", _ => $"/{service}/v1/policies"),
            new(
                "POST /policies",
                _ => $"/{service}/v1/policies",
                (_, _) =>
                    new
                    {
                        rule = "ALL-1",
                        name = "no-such-figure",
                        holdsFrom = "2030-01-01",
                        value = 1,
                        unit = "days",
                        source = "P",
                    }
            ),
        ];
}
