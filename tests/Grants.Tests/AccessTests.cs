using IntegrationPlatform.Grants.Outcomes;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Access;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>Who gets at what in Grants: every endpoint × role × relation (docs/access.md).</summary>
[Collection(GrantsCollection.Name)]
public sealed class AccessTests(GrantsFixture grants)
{
    private const string Municipality = "0301";

    // Made once: the tests of a class run one after the other.
    private static AccessMatrix<Host>? _matrix;

    private static readonly AccessCall<Host>[] Calls =
    [
        .. AccessMatrix.Policies<Host>("grants"),
        new("GET /rounds", _ => "/grants/v1/rounds") { Shows = host => host.Round },
        new("POST /rounds", _ => "/grants/v1/rounds", (_, _) => PlayedRound.Invitation()),
        new("GET /rounds/{id}", host => $"/grants/v1/rounds/{host.Round}"),
        new("GET /rounds/{id}/notifications", host => $"/grants/v1/rounds/{host.Round}/notifications"),
        new("GET /rounds/{id}/portfolios", host => $"/grants/v1/rounds/{host.Round}/portfolios"),
        new(
            "POST /rounds/{id}/interests",
            host => $"/grants/v1/rounds/{host.Round}/interests",
            (host, _) => InterestBody.Of(Municipality, host.Today)
        ),
        new(
            "POST /rounds/{id}/interests/{interestId}/assessment",
            host => $"/grants/v1/rounds/{host.Round}/interests/{host.Interest}/assessment",
            (_, _) => InterestBody.Marks(Municipality)
        ),
        new(
            "POST /rounds/{id}/decision",
            host => $"/grants/v1/rounds/{host.Round}/decision",
            (_, _) =>
                new
                {
                    interestIds = Array.Empty<Guid>(),
                    consulted = new[] { "hkdir", "udi", "avdir" },
                    grounds = "Assessment and variation.",
                }
        ),
        new("GET /clusters", _ => "/grants/v1/clusters") { Shows = host => host.Cluster },
        new(
            "POST /clusters/{id}/revocation",
            host => $"/grants/v1/clusters/{host.Cluster}/revocation",
            (_, _) => new { changed = "The council took the places back.", grounds = "GRA-4." }
        ),
        new("GET /appropriations/{year}", host => $"/grants/v1/appropriations/{host.Year}"),
        new(
            "POST /appropriations/{year}/distributions",
            host => $"/grants/v1/appropriations/{host.Year}/distributions",
            (host, _) =>
                new { line = "qualification", residents = new[] { new { clusterId = host.Cluster, residents = 10 } } }
        )
        {
            Unfulfilled = [Role.HkDir],
        },
        new(
            "POST /allocations/{id}/approvals",
            host => $"/grants/v1/allocations/{host.Allocation}/approvals",
            (_, _) => new { person = "kari" }
        )
        {
            Unfulfilled = [Role.HkDir],
        },
        new(
            "POST /allocations/{id}/withdrawal",
            host => $"/grants/v1/allocations/{host.Allocation}/withdrawal",
            (_, _) => new { grounds = "GRA-9." }
        )
        {
            Unfulfilled = [Role.HkDir],
        },
    ];

    public static TheoryData<string, Role, Relation> Cells => AccessMatrix.Cells(Calls);

    private IReadOnlyList<DeclaredEndpoint> Declared => DeclaredEndpoint.Of(grants.Services, "grants");

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_cell_of_the_table_answers_as_declared(string endpoint, Role role, Relation relation) =>
        await (await Matrix()).HoldsAsync(Declared.Single(e => e.Name == endpoint), role, relation);

    [Fact]
    public async Task Every_endpoint_declares_who_may_call_it_and_has_its_cells() =>
        (await Matrix()).CoversAll(Declared);

    [Fact]
    public void The_page_shows_the_table() => AccessPage.Shows("grants", Declared);

    private async Task<AccessMatrix<Host>> Matrix() => _matrix ??= await MakeAsync();

    private async Task<AccessMatrix<Host>> MakeAsync() =>
        new(Calls, grants.As, Holder)
        {
            Own = await Host.Of(grants, new TestCluster()),
            Other = await Host.Of(grants, new TestCluster()),
            Revoked = null, // Whose choice was reversed still reads that it was.
            Missing = new Host(
                null,
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                2100,
                grants.Clock.Today()
            ),
            Fresh = like => Host.Of(grants, like.Parties!),
        };

    private static string? Holder(Role role, Host host) =>
        role switch
        {
            Role.Centre or Role.NotifiedParty => host.Parties?.Centre,
            Role.HostMunicipality or Role.InvitedMunicipality => host.Parties?.Municipality,
            Role.CareerCentre => host.Parties?.CareerCentre,
            _ => null,
        };

    /// <summary>An invited municipality with an interest, and a cluster of it with money of its own.</summary>
    internal sealed record Host(
        TestCluster? Parties,
        Guid Round,
        Guid Interest,
        Guid Cluster,
        Guid Allocation,
        int Year,
        DateOnly Today
    )
    {
        public static async Task<Host> Of(GrantsFixture grants, TestCluster parties)
        {
            var invitation = PlayedRound.Invitation();
            foreach (var invited in invitation["invited"]!.AsArray())
            {
                invited!["organisation"] =
                    (string?)invited["municipality"] == Municipality
                        ? parties.Municipality
                        : TestCluster.NewOrganisation();
            }

            var round = (Guid)(await grants.Imdi.Post("rounds", invitation).Body())["id"]!;
            var today = grants.Clock.Today();
            var interest = InterestBody.Of(Municipality, today);
            interest["letterOfIntent"]!["signatures"]![0] = InterestBody.Signature(parties.Municipality, today);
            var sent = await grants.Of(parties.Municipality).Post($"rounds/{round}/interests", interest).Body();
            await grants.Save(db =>
                db.Add(
                    new Notification
                    {
                        RoundId = round,
                        Municipality = Municipality,
                        Chosen = true,
                        Recipient = Recipient.Centre,
                        Organisation = parties.Centre,
                        Addressee = "Mottaket",
                        From = Sender.Udi,
                        Copy = false,
                        On = today,
                    }
                )
            );
            var budget = await Budget.Of(grants, kroner: 1_000_000, clusters: 1, parties);
            var allocation = (await budget.Allocations()).Single();
            return new Host(parties, round, (Guid)sent["id"]!, budget.Clusters[0], allocation, budget.Year, today);
        }
    }
}
