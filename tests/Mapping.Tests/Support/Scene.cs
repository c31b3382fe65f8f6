using System.Text.Json.Nodes;
using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Mapping.Tests.Support;

/// <summary>A cluster that one test has for itself, with clients for its parties and the directorates.</summary>
internal sealed class Scene
{
    private static readonly Directorates Directorates = new();
    private readonly MappingFixture _fixture;

    private Scene(MappingFixture fixture, ClusterEstablished established)
    {
        _fixture = fixture;
        Established = established;
        Centre = fixture.Partner(established.CentreOrganisation, "mapping.read", "mapping.write");
    }

    public ClusterEstablished Established { get; }

    public Guid Id => Established.ClusterId;

    /// <summary>The centre.</summary>
    public HttpClient Centre { get; }

    public HttpClient CareerCentre => Reader(Established.CareerCentreOrganisation);

    public HttpClient HostMunicipality => Reader(Established.HostMunicipalityOrganisation);

    public HttpClient Imdi => Reader(Directorates.Imdi);

    public HttpClient Udi => _fixture.Partner(Directorates.Udi, "mapping.read", "mapping.permit");

    /// <summary>Establishes a cluster and waits until Mapping knows it.</summary>
    public static async Task<Scene> Establish(MappingFixture fixture, int places = 20)
    {
        var established = new TestCluster().Established() with { Places = places };
        await fixture.Publish(established);
        var cluster = new Scene(fixture, established);
        await cluster.IsKnown();
        return cluster;
    }

    /// <summary>Waits until Mapping has a copy of the cluster.</summary>
    public Task IsKnown() =>
        Eventually.Holds(
            "the cluster is known",
            () => _fixture.InDatabase(async db => await db.Clusters.FindAsync(Id) is { Version: > 0 })
        );

    /// <summary>The body of an arrival that nothing is wrong with.</summary>
    public JsonObject Arrival(int age = 30) =>
        new()
        {
            ["clusterId"] = Id,
            ["duf"] = Numbers.Duf(),
            ["name"] = "Amina Yusuf",
            ["birthDate"] = Day(_fixture.Clock.Today().AddYears(-age)),
            ["arrivedOn"] = Day(_fixture.Clock.Today()),
            ["languages"] = new JsonArray("so", "ar"),
            ["permit"] = "likely",
        };

    /// <summary>Registers an arrival.</summary>
    public async Task<JsonObject> Arrive(JsonObject? arrival = null, int age = 30) =>
        await (await Post("residents", arrival ?? Arrival(age))).ReadAs(System.Net.HttpStatusCode.Created);

    /// <summary>Registers an arrival and gives the resident's id.</summary>
    public async Task<Guid> ArriveId(int age = 30) => (await Arrive(age: age))["id"]!.GetValue<Guid>();

    /// <summary>What the centre can read out of the log.</summary>
    public async Task<JsonArray> Log(Guid resident) => await (await Centre.Get($"residents/{resident}/log")).ReadList();

    /// <summary>The centre posts.</summary>
    public Task<HttpResponseMessage> Post(string path, JsonObject body) => Centre.Post(path, body);

    /// <summary>The body of a mapping that nothing is wrong with.</summary>
    public static JsonObject Mapping() =>
        new()
        {
            ["answeredBy"] = "resident",
            ["languages"] = new JsonArray(new JsonObject { ["language"] = "so", ["level"] = "native" }),
            ["education"] = new JsonArray(
                new JsonObject
                {
                    ["level"] = "upperSecondary",
                    ["country"] = "SO",
                    ["years"] = 11.5,
                    ["completed"] = true,
                    ["field"] = "Natural science",
                    ["fieldCode"] = "0011",
                }
            ),
            ["work"] = new JsonArray(
                new JsonObject
                {
                    ["occupation"] = "Nurse in a children's ward",
                    ["styrk08"] = "2221",
                    ["country"] = "KE",
                    ["years"] = 4,
                }
            ),
            ["drivingLicences"] = new JsonArray("B"),
            ["digitalSkills"] = "basic",
            ["wishes"] = new JsonObject { ["work"] = "Nurse again" },
            ["needs"] = new JsonArray("Kindergarten for two"),
        };

    public static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private HttpClient Reader(string organisation) => _fixture.Partner(organisation, "mapping.read", "mapping.write");
}
