using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Tests.Support.Access;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>Who gets at what in Programme: every endpoint × role × relation (docs/access.md).</summary>
[Collection(ProgrammeFixture.Name)]
public sealed class AccessTests(ProgrammeFixture programme)
{
    // Made once: the tests of a class run one after the other.
    private static AccessMatrix<Planned>? _matrix;

    private static readonly AccessCall<Planned>[] Calls =
    [
        .. AccessMatrix.Policies<Planned>("programme"),
        new("GET /residents/{id}/enrolment", about => Of(about, "enrolment")),
        new(
            "POST /residents/{id}/commitment",
            about => Of(about, "commitment"),
            (about, _) => new { committedOn = about.Today }
        ),
        new(
            "POST /residents/{id}/nav-assessment",
            about => Of(about, "nav-assessment"),
            (about, _) => new { assessedOn = about.Today, needsServices = true }
        ),
        new("GET /residents/{id}/log", about => Of(about, "log")),
        new("GET /residents/{id}/export", about => Of(about, "export")),
        new("GET /residents/{id}/plans", about => Of(about, "plans")),
        new("POST /residents/{id}/plans", about => Of(about, "plans"), (_, _) => Week.Plan(Week.Full())),
        new(
            "POST /residents/{id}/plans/{version}/agreements",
            about => Of(about, $"plans/{about.Draft}/agreements"),
            (_, role) => new { party = role == Role.HostMunicipality ? "hostMunicipality" : "resident" }
        ),
        new("GET /residents/{id}/elements", about => Of(about, "elements")),
        new(
            "POST /residents/{id}/elements",
            about => Of(about, "elements"),
            (about, _) =>
                new
                {
                    element = "parental-guidance",
                    completedOn = about.Today,
                    evidence = "Certificate.",
                }
        ),
    ];

    public static TheoryData<string, Role, Relation> Cells => AccessMatrix.Cells(Calls);

    private IReadOnlyList<DeclaredEndpoint> Declared => DeclaredEndpoint.Of(programme.Services, "programme");

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_cell_of_the_table_answers_as_declared(string endpoint, Role role, Relation relation) =>
        await (await Matrix()).HoldsAsync(Declared.Single(e => e.Name == endpoint), role, relation);

    [Fact]
    public async Task Every_endpoint_declares_who_may_call_it_and_has_its_cells() =>
        (await Matrix()).CoversAll(Declared);

    [Fact]
    public void The_page_shows_the_table() => AccessPage.Shows("programme", Declared);

    [Fact]
    public async Task The_centre_does_not_agree_a_plan_for_the_municipality_nor_the_municipality_for_the_resident()
    {
        var about = await Drafted(await programme.ACluster());
        using var centre = programme.Client(about.Parties!.Centre);
        using var municipality = programme.Client(about.Parties.Municipality);
        var path = Of(about, $"plans/{about.Draft}/agreements");

        await centre.Post(path, new { party = "hostMunicipality" }).Refused(404, "unknown-resident");
        await municipality.Post(path, new { party = "resident" }).Refused(404, "unknown-resident");
    }

    private async Task<AccessMatrix<Planned>> Matrix() => _matrix ??= await MakeAsync();

    private async Task<AccessMatrix<Planned>> MakeAsync()
    {
        var (own, other, revoked) = (
            await programme.ACluster(),
            await programme.ACluster(),
            await programme.ACluster()
        );
        var revokedCase = await Drafted(revoked);
        await programme.Publish(new ClusterRevoked(revoked.Id, 1, programme.Today));
        await Eventually.Holds(
            "the revocation is known",
            () => programme.InDatabase(db => db.Set<Cluster>().AnyAsync(c => c.Id == revoked.Id && c.RevokedOn != null))
        );
        return new AccessMatrix<Planned>(Calls, programme.As, Holder)
        {
            Own = await Drafted(own),
            Other = await Drafted(other),
            Revoked = revokedCase,
            Missing = new Planned(null, Guid.CreateVersion7(), 1, programme.Today),
            Fresh = _ => Drafted(own),
        };
    }

    private async Task<Planned> Drafted(TestCluster cluster)
    {
        var resident = await programme.ACommittedResident(cluster);
        return new Planned(cluster, resident, await programme.ADraft(cluster, resident), programme.Today);
    }

    private static string? Holder(Role role, Planned about) =>
        role switch
        {
            Role.Centre => about.Parties?.Centre,
            Role.HostMunicipality => about.Parties?.Municipality,
            Role.CareerCentre => about.Parties?.CareerCentre,
            Role.NavOffice => about.Parties?.NavOffice,
            _ => null,
        };

    private static string Of(Planned about, string what) => ProgrammeFixture.Of(about.Resident, what);

    /// <summary>A committed resident with a plan that is not agreed.</summary>
    internal sealed record Planned(TestCluster? Parties, Guid Resident, int Draft, DateOnly Today);
}
