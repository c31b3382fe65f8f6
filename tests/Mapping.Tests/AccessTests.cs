using System.Text.Json.Nodes;
using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Access;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>Who gets at what in Mapping: every endpoint × role × relation (docs/access.md).</summary>
[Collection(MappingService.Name)]
public sealed class AccessTests(MappingFixture fixture)
{
    // Made once: the tests of a class run one after the other.
    private static AccessMatrix<Stay>? _matrix;

    private static readonly AccessCall<Stay>[] Calls =
    [
        .. AccessMatrix.Policies<Stay>("mapping"),
        new("GET /languages", _ => "/mapping/v1/languages"),
        new("POST /residents", _ => "/mapping/v1/residents", (stay, _) => stay.Arrival()),
        new("GET /residents/{id}", stay => Of(stay, "")),
        new("POST /residents/{id}/permit", stay => Of(stay, "/permit"), (stay, _) => Permit(stay)),
        new("POST /residents/{id}/erasure", stay => Of(stay, "/erasure")),
        new("POST /residents/{id}/mapping", stay => Of(stay, "/mapping"), (_, _) => Scene.Mapping()),
        new("GET /residents/{id}/mapping", stay => Of(stay, "/mapping")),
        new(
            "POST /residents/{id}/deadline-exception",
            stay => Of(stay, "/deadline-exception"),
            (stay, _) => new { until = stay.Today.AddDays(20), reason = "Ill." }
        ),
        new("GET /residents/{id}/log", stay => Of(stay, "/log")),
        new("GET /residents/{id}/export", stay => Of(stay, "/export")),
        new("GET /deadlines", _ => "/mapping/v1/deadlines") { Shows = stay => stay.Resident },
    ];

    public static TheoryData<string, Role, Relation> Cells => AccessMatrix.Cells(Calls);

    private IReadOnlyList<DeclaredEndpoint> Declared => DeclaredEndpoint.Of(fixture.Services, "mapping");

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_cell_of_the_table_answers_as_declared(string endpoint, Role role, Relation relation) =>
        await (await Matrix()).HoldsAsync(Declared.Single(e => e.Name == endpoint), role, relation);

    [Fact]
    public async Task Every_endpoint_declares_who_may_call_it_and_has_its_cells() =>
        (await Matrix()).CoversAll(Declared);

    [Fact]
    public void The_page_shows_the_table() => AccessPage.Shows("mapping", Declared);

    private async Task<AccessMatrix<Stay>> Matrix() => _matrix ??= await MakeAsync();

    private async Task<AccessMatrix<Stay>> MakeAsync()
    {
        var own = await Scene.Establish(fixture, places: 100);
        var other = await Scene.Establish(fixture);
        var missing = new Stay(own, Guid.CreateVersion7(), fixture.Clock.Today()) { ClusterId = Guid.CreateVersion7() };
        return new AccessMatrix<Stay>(Calls, fixture.As, Holder)
        {
            Own = await Mapped(own),
            Other = await Mapped(other),
            Revoked = await RevokedAsync(),
            Missing = missing,
            Fresh = like => ReferenceEquals(like.Scene, own) ? Mapped(own) : RevokedAsync(),
        };
    }

    private async Task<Stay> RevokedAsync()
    {
        var scene = await Scene.Establish(fixture);
        var stay = await Mapped(scene);
        await fixture.Publish(new ClusterRevoked(scene.Id, 1, fixture.Clock.Today()));
        await Eventually.Holds(
            "the revocation is known",
            () => fixture.InDatabase(async db => await db.Clusters.FindAsync(scene.Id) is { RevokedOn: not null })
        );
        return stay;
    }

    private async Task<Stay> Mapped(Scene scene)
    {
        var resident = await scene.ArriveId();
        await (await scene.Post($"residents/{resident}/mapping", Scene.Mapping())).ReadAs(
            System.Net.HttpStatusCode.Created
        );
        await Eventually.Holds(
            "the deadline is known",
            () => fixture.InDatabase(async db => await db.Deadlines.FindAsync(resident) is { DueOn: not null })
        );
        return new Stay(scene, resident, fixture.Clock.Today());
    }

    private static string? Holder(Role role, Stay stay) =>
        stay.ClusterId == stay.Scene.Id ? PartOf(role, stay.Scene.Established) : null;

    private static string? PartOf(Role role, ClusterEstablished cluster) =>
        role switch
        {
            Role.Centre => cluster.CentreOrganisation,
            Role.HostMunicipality => cluster.HostMunicipalityOrganisation,
            Role.CareerCentre => cluster.CareerCentreOrganisation,
            Role.NavOffice => cluster.NavOfficeOrganisation,
            _ => null,
        };

    private static string Of(Stay stay, string what) => $"/mapping/v1/residents/{stay.Resident}{what}";

    private static object Permit(Stay stay) => new { permit = "granted", decidedOn = stay.Today };

    /// <summary>A resident with a mapping at a centre.</summary>
    internal sealed record Stay(Scene Scene, Guid Resident, DateOnly Today)
    {
        public Guid ClusterId { get; init; } = Scene.Id;

        public JsonObject Arrival()
        {
            var arrival = Scene.Arrival();
            arrival["clusterId"] = ClusterId;
            return arrival;
        }
    }
}
