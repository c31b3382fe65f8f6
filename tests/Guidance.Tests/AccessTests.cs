using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Tests.Support.Access;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Tests;

/// <summary>Who gets at what in Guidance: every endpoint × role × relation (docs/access.md).</summary>
[Collection(GuidanceFixture.Name)]
public sealed class AccessTests(GuidanceFixture guidance)
{
    // Made once: the tests of a class run one after the other.
    private static AccessMatrix<Guided>? _matrix;

    // Centre and NAV office read nothing else.
    private const int SignedNote = 1;

    private static readonly AccessCall<Guided>[] Calls =
    [
        .. AccessMatrix.Policies<Guided>("guidance"),
        new("GET /queue", about => $"/guidance/v1/queue?clusterId={about.Cluster}"),
        new("GET /residents/{id}/case", about => Of(about, "case")),
        new("GET /residents/{id}/log", about => Of(about, "log")),
        new("GET /residents/{id}/export", about => Of(about, "export")),
        new("GET /residents/{id}/notes", about => Of(about, "notes")),
        new("GET /residents/{id}/notes/{version}", about => Of(about, $"notes/{SignedNote}")),
        new(
            "POST /residents/{id}/notes",
            about => Of(about, "notes"),
            (_, _) => GuidanceFixture.Note("Knows the trade.")
        ),
        new(
            "POST /residents/{id}/notes/{version}/comment",
            about => Of(about, $"notes/{about.Draft}/comment"),
            (_, _) => new { comment = "I agree." }
        ),
        new("POST /residents/{id}/notes/{version}/signature", about => Of(about, $"notes/{about.Draft}/signature")),
        new(
            "POST /residents/{id}/sessions",
            about => Of(about, "sessions"),
            (about, _) => GuidanceFixture.Session(about.Today)
        ),
        new(
            "POST /residents/{id}/contributions",
            about => Of(about, "contributions"),
            (about, _) => new { givenOn = about.Today, text = "Met an employer." }
        ),
    ];

    public static TheoryData<string, Role, Relation> Cells => AccessMatrix.Cells(Calls);

    private IReadOnlyList<DeclaredEndpoint> Declared => DeclaredEndpoint.Of(guidance.Services, "guidance");

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_cell_of_the_table_answers_as_declared(string endpoint, Role role, Relation relation) =>
        await (await Matrix()).HoldsAsync(Declared.Single(e => e.Name == endpoint), role, relation);

    [Fact]
    public async Task Every_endpoint_declares_who_may_call_it_and_has_its_cells() =>
        (await Matrix()).CoversAll(Declared);

    [Fact]
    public void The_page_shows_the_table() => AccessPage.Shows("guidance", Declared);

    private async Task<AccessMatrix<Guided>> Matrix() => _matrix ??= await MakeAsync();

    private async Task<AccessMatrix<Guided>> MakeAsync()
    {
        var (own, other, revoked) = (await guidance.ACluster(), await guidance.ACluster(), await guidance.ACluster());
        var revokedCase = await Drafted(revoked);
        await guidance.Publish(new ClusterRevoked(revoked.Id, 1, guidance.Today));
        await Eventually.Holds(
            "the revocation is known",
            () => guidance.InDatabase(db => db.Set<Cluster>().AnyAsync(c => c.Id == revoked.Id && c.RevokedOn != null))
        );
        return new AccessMatrix<Guided>(Calls, guidance.As, Holder)
        {
            Own = await Drafted(own),
            Other = await Drafted(other),
            Revoked = revokedCase,
            Missing = new Guided(null, Guid.CreateVersion7(), Guid.CreateVersion7(), 1, guidance.Today),
            Fresh = _ => Drafted(own),
        };
    }

    private async Task<Guided> Drafted(TestCluster cluster)
    {
        var resident = await guidance.AMapped(cluster);
        await guidance.Sign(cluster, resident, await guidance.ADraft(cluster, resident));
        return new Guided(cluster, cluster.Id, resident, await guidance.ADraft(cluster, resident), guidance.Today);
    }

    private static string? Holder(Role role, Guided about) =>
        role switch
        {
            Role.Centre => about.Parties?.Centre,
            Role.HostMunicipality => about.Parties?.Municipality,
            Role.CareerCentre => about.Parties?.CareerCentre,
            Role.NavOffice => about.Parties?.NavOffice,
            _ => null,
        };

    private static string Of(Guided about, string what) => GuidanceFixture.Of(about.Resident, what);

    /// <summary>A resident in guidance, with a signed note and a draft of the next one.</summary>
    internal sealed record Guided(TestCluster? Parties, Guid Cluster, Guid Resident, int Draft, DateOnly Today);
}
