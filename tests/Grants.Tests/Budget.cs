using System.Text.Json.Nodes;
using IntegrationPlatform.Grants.Amounts;
using IntegrationPlatform.Grants.Appropriations;
using IntegrationPlatform.Grants.Clusters;
using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>A year of its own for a test: a qualification line and clusters that hold their places in it alone.</summary>
internal sealed class Budget
{
    private static int _lastYear = 2030;
    private readonly GrantsFixture _grants;

    private Budget(GrantsFixture grants, int year, IReadOnlyList<Guid> clusters)
    {
        _grants = grants;
        Year = year;
        Clusters = clusters;
    }

    public int Year { get; }

    /// <summary>The clusters, by municipality.</summary>
    public IReadOnlyList<Guid> Clusters { get; }

    public string Distributions => $"appropriations/{Year}/distributions";

    /// <summary>Appropriates an amount and establishes clusters.</summary>
    public static async Task<Budget> Of(
        GrantsFixture grants,
        long kroner,
        int clusters = 5,
        TestCluster? parties = null
    )
    {
        var year = Interlocked.Increment(ref _lastYear);
        var hosts = Enumerable.Range(0, clusters).Select(i => Cluster(i, year, parties)).ToList();
        var line = new AppropriationLine
        {
            Id = Guid.CreateVersion7(),
            Year = year,
            Line = LineName.Qualification,
            Appropriation = "test",
            Manager = Manager.Imdi,
            Source = "P",
        };
        await grants.Save(db =>
        {
            db.AddRange(hosts);
            db.Add(line);
            db.Add(
                new LedgerEntry
                {
                    LineId = line.Id,
                    Movement = Movement.Appropriated,
                    Amount = Money.Kroner(kroner),
                    Grounds = "For a test.",
                    At = grants.Clock.GetUtcNow(),
                    Organisation = Organisations.Directorates.Imdi,
                    Client = "test",
                }
            );
        });
        return new Budget(grants, year, [.. hosts.Select(h => h.Id)]);
    }

    /// <summary>IMDi distributes by these residents, one number for each cluster.</summary>
    public Task<HttpResponseMessage> Distribute(long? amountOre, params int[] residents)
    {
        var body = new JsonObject { ["line"] = "qualification", ["residents"] = Residents(residents) };
        if (amountOre is { } ore)
        {
            body["amountOre"] = ore;
        }

        return _grants.Imdi.Post(Distributions, body);
    }

    public JsonArray Residents(params int[] residents) =>
        new([
            .. Clusters
                .Zip(residents)
                .Select(x => new JsonObject { ["clusterId"] = x.First, ["residents"] = x.Second }),
        ]);

    /// <summary>The allocations of a distribution of everything by equal numbers.</summary>
    public async Task<List<Guid>> Allocations()
    {
        var distributed = await Distribute(null, [.. Clusters.Select(_ => 10)]).Body();
        return [.. distributed["allocations"]!.AsArray().Select(a => (Guid)a!["id"]!)];
    }

    public Task<HttpResponseMessage> Approve(Guid allocation, string person) =>
        _grants.Imdi.Post($"allocations/{allocation}/approvals", new JsonObject { ["person"] = person });

    public Task<HttpResponseMessage> Revoke(Guid cluster) =>
        _grants.Imdi.Post(
            $"clusters/{cluster}/revocation",
            new JsonObject { ["changed"] = "The council took the places back.", ["grounds"] = "GRA-4." }
        );

    /// <summary>The year as the API shows it.</summary>
    public Task<JsonNode> Read() => _grants.Imdi.Get($"appropriations/{Year}").Body();

    /// <summary>The line's appropriated, allocated and ordered amounts, in øre.</summary>
    public async Task<(long Appropriated, long Allocated, long Ordered)> Line()
    {
        var line = Assert.Single((await Read())["lines"]!.AsArray())!;
        return ((long)line["appropriatedOre"]!, (long)line["allocatedOre"]!, (long)line["orderedOre"]!);
    }

    private static ChosenCluster Cluster(int place, int year, TestCluster? parties) =>
        new()
        {
            RoundId = Guid.CreateVersion7(),
            InterestId = Guid.CreateVersion7(),
            HostMunicipality = Ten.Municipalities[place].Number,
            HostMunicipalityOrganisation = parties?.Municipality ?? Ten.Municipalities[place].Organisation,
            CentreOrganisation = parties?.Centre ?? Organisations.Number(20 + place),
            CareerCentreOrganisation = parties?.CareerCentre ?? Organisations.Number(40 + place),
            CentreName = "Mottaket",
            Operator = OperatorKind.Voluntary,
            WholeCentre = true,
            Places = 100,
            GuidanceCapacity = 60,
            PoliticalReservation = false,
            From = new DateOnly(year, 1, 1),
            To = new DateOnly(year, 12, 31),
        };
}
