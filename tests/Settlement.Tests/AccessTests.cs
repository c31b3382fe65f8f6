using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Access;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>Who gets at what in Settlement: every endpoint × role × relation (docs/access.md).</summary>
[Collection(SettlementCollection.Name)]
public sealed class AccessTests(SettlementFixture service)
{
    // Made once: the tests of a class run one after the other.
    private static AccessMatrix<Handed>? _matrix;

    private static readonly string AnySecret = $"whsec_{Convert.ToBase64String(new byte[24])}";

    internal static readonly AccessCall<Handed>[] Calls =
    [
        .. AccessMatrix.Policies<Handed>("settlement"),
        new(
            "POST /yearly-requests",
            _ => "/settlement/v1/yearly-requests",
            (about, _) =>
                new
                {
                    municipality = "0301",
                    organisation = "987879696",
                    year = about.Today.Year - 1,
                    persons = 10,
                }
        ),
        new("GET /yearly-requests", _ => "/settlement/v1/yearly-requests"),
        new("GET /households/{id}", about => $"/settlement/v1/households/{about.Household}"),
        new(
            "POST /households/{id}/recommendation",
            about => $"/settlement/v1/households/{about.Household}/recommendation",
            (_, _) =>
                new
                {
                    municipality = "0301",
                    municipalityType = "services",
                    grounds = "suitable",
                }
        ),
        new(
            "POST /households/{id}/requests",
            about => $"/settlement/v1/households/{about.Household}/requests",
            (_, _) => new { municipality = "0301" }
        ),
        new("GET /requests", _ => "/settlement/v1/requests") { Shows = about => about.Request },
        new("GET /requests/{id}", about => $"/settlement/v1/requests/{about.Request}"),
        new("POST /requests/{id}/acceptance", about => $"/settlement/v1/requests/{about.Request}/acceptance"),
        new(
            "POST /requests/{id}/refusal",
            about => $"/settlement/v1/requests/{about.Request}/refusal",
            (_, _) => new { reason = "housing" }
        ),
        new("POST /requests/{id}/withdrawal", about => $"/settlement/v1/requests/{about.Request}/withdrawal"),
        new("GET /residents/{id}/log", about => Of(about, "log")),
        new("GET /residents/{id}/export", about => Of(about, "export")),
        new("GET /residents/{id}/handoff", about => Of(about, "handoff")),
        new("GET /residents/{id}/conversation-proposals", about => Of(about, "conversation-proposals")),
        new(
            "POST /residents/{id}/conversation",
            about => Of(about, "conversation"),
            (about, _) => new { heldOn = about.Today }
        ),
        new(
            "POST /residents/{id}/supplements",
            about => Of(about, "supplements"),
            (_, _) => new { text = "Has passed the test at B1." }
        ),
        new(
            "POST /residents/{id}/settlement",
            about => Of(about, "settlement"),
            (about, _) => new { settledOn = about.Today }
        ),
        new(
            "POST /residents/{id}/omissions",
            about => Of(about, "omissions"),
            (_, _) => new { element = "parental-guidance", omitted = true }
        ),
        new(
            "POST /residents/{id}/programme-start",
            about => Of(about, "programme-start"),
            (about, _) => new { startedOn = about.Today }
        ),
        new("GET /programme-starts", _ => "/settlement/v1/programme-starts") { Shows = about => about.Cluster },
        new("GET /deliveries", _ => "/settlement/v1/deliveries"),
        new("GET /deliveries/{id}", about => $"/settlement/v1/deliveries/{about.Delivery}"),
        new("POST /deliveries/{id}/replay", about => $"/settlement/v1/deliveries/{about.Delivery}/replay"),
        new("GET /feed", _ => "/settlement/v1/feed"),
        new("GET /notices", _ => "/settlement/v1/notices"),
        new("GET /subscription", _ => "/settlement/v1/subscription") { MayHaveNone = true },
        new(
            "PUT /subscription",
            _ => "/settlement/v1/subscription",
            (_, _) => new { url = "http://127.0.0.1:9/nobody-listens", secret = AnySecret }
        ),
        new("DELETE /subscription", _ => "/settlement/v1/subscription") { MayHaveNone = true },
    ];

    public static TheoryData<string, Role, Relation> Cells => AccessMatrix.Cells(Calls);

    private IReadOnlyList<DeclaredEndpoint> Declared => DeclaredEndpoint.Of(service.Services, "settlement");

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Each_cell_of_the_table_answers_as_declared(string endpoint, Role role, Relation relation) =>
        await (await Matrix()).HoldsAsync(Declared.Single(e => e.Name == endpoint), role, relation);

    [Fact]
    public async Task Every_endpoint_declares_who_may_call_it_and_has_its_cells() =>
        (await Matrix()).CoversAll(Declared);

    [Fact]
    public void The_page_shows_the_table() => AccessPage.Shows("settlement", Declared);

    private async Task<AccessMatrix<Handed>> Matrix() => _matrix ??= await MakeAsync();

    private async Task<AccessMatrix<Handed>> MakeAsync()
    {
        var revoked = await HandedOver();
        await Revoke(revoked);
        return new AccessMatrix<Handed>(Calls, service.As, Holder)
        {
            Own = await HandedOver(),
            Other = await HandedOver(),
            Revoked = revoked,
            Missing = new Handed(
                null,
                null,
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                Guid.CreateVersion7(),
                new Story(service).Today
            ),
            Fresh = async like =>
            {
                if (like != revoked)
                {
                    return await WithRequest(like);
                }

                // Nobody recommends in a revoked cluster: for a moment it is not.
                await SetRevoked(like, on: null);
                var fresh = await WithRequest(like);
                await SetRevoked(like, fresh.Today);
                return fresh;
            },
        };
    }

    /// <summary>A resident settled in a town, and another household that the town is asked for.</summary>
    private async Task<Handed> HandedOver()
    {
        var story = await new Story(service) { Persons = 100 }.Settled();
        var resident = story.Residents.Single();
        var delivery = await service.InDatabase(db => db.Deliveries.FirstAsync(d => d.ResidentId == resident));
        return await WithRequest(
            new Handed(
                story.Parties,
                story.Town,
                story.Cluster,
                story.Household,
                resident,
                Guid.Empty,
                delivery.Id,
                story.Today
            )
        );
    }

    private async Task<Handed> WithRequest(Handed like)
    {
        var story = new Story(service) { Parties = like.Parties!, Town = like.Town! };
        await story.Arrived(AgeGroup.Adult);
        await story.Recommend(story.Town).Json();
        var request = (await story.Request().Json()).GetProperty("id").GetGuid();
        return like with { Household = story.Household, Request = request };
    }

    private async Task Revoke(Handed about)
    {
        await service.Publish(new ClusterRevoked(about.Cluster, 1, about.Today));
        await Eventually.Holds(
            "the revocation is known",
            () => service.InDatabase(db => db.Clusters.AnyAsync(c => c.Id == about.Cluster && c.RevokedOn != null))
        );
    }

    private Task<int> SetRevoked(Handed about, DateOnly? on) =>
        service.InDatabase(db =>
            db.Clusters.Where(c => c.Id == about.Cluster)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.RevokedOn, on))
        );

    private static string? Holder(Role role, Handed about) =>
        role switch
        {
            Role.Centre => about.Parties?.Centre,
            Role.HostMunicipality => about.Parties?.Municipality,
            Role.CareerCentre => about.Parties?.CareerCentre,
            Role.NavOffice => about.Parties?.NavOffice,
            Role.AskedMunicipality or Role.SettlementMunicipality => about.Town?.Organisation,
            _ => null,
        };

    private static string Of(Handed about, string what) => $"/settlement/v1/residents/{about.Resident}/{what}";

    /// <summary>A settled resident, and a household that the same town is asked for.</summary>
    internal sealed record Handed(
        TestCluster? Parties,
        Place? Town,
        Guid Cluster,
        Guid Household,
        Guid Resident,
        Guid Request,
        Guid Delivery,
        DateOnly Today
    );
}
