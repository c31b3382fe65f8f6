using System.Net.Http.Json;
using System.Text.Json;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests.Support;

/// <summary>One household on its way, with a cluster and a municipality of its own: each test tells one.</summary>
internal sealed class Story(SettlementFixture service)
{
    public TestCluster Parties { get; init; } = new();

    public Guid Household { get; } = Guid.CreateVersion7();

    public Guid Cluster => Parties.Id;

    public Place Town { get; init; } = service.NewPlace();

    public List<Guid> Residents { get; } = [];

    public HttpClient Imdi { get; } =
        service.Caller(SettlementFixture.Imdi, "settlement.read", "settlement.write", "settlement.transfer");

    public HttpClient Centre => field ??= service.Caller(Parties.Centre, "settlement.read", "settlement.write");

    public HttpClient Municipality =>
        field ??= service.Caller(Town.Organisation, "settlement.read", "settlement.write");

    public DateOnly Today => service.Clock.Today();

    public int Persons { get; init; } = 10;

    /// <summary>A household that moved in, everybody with a permit.</summary>
    public async Task<Story> Arrived(params AgeGroup[] members)
    {
        await service.Publish(Parties.Established());
        foreach (var age in members.Length == 0 ? [AgeGroup.Adult] : members)
        {
            await Arrives(age, PermitStatus.Granted);
        }

        await Known(Residents.Count);
        return this;
    }

    public async Task<Guid> Arrives(AgeGroup age, PermitStatus permit)
    {
        var resident = Guid.CreateVersion7();
        if (age != AgeGroup.Adult)
        {
            service.Others.IsChild(resident);
        }

        Residents.Add(resident);
        await service.Publish(new ResidentArrived(resident, Household, Cluster, Today.AddDays(-60), age, permit));
        return resident;
    }

    public Task Known(int members) =>
        Eventually.Holds(
            $"{members} members are known",
            async () =>
            {
                using var answer = await Imdi.Get($"households/{Household}");
                var household = await answer.Content.ReadFromJsonAsync<JsonElement>();
                return answer.IsSuccessStatusCode && household.GetProperty("members").GetArrayLength() == members;
            }
        );

    /// <summary>… and a yearly number in the town, and a recommendation.</summary>
    public async Task<Story> Recommended(params AgeGroup[] members)
    {
        await Arrived(members);
        await AskTown(Town).Json();
        await Recommend(Town).Json();
        return this;
    }

    public Task<HttpResponseMessage> AskTown(Place place) =>
        Imdi.Post(
            "yearly-requests",
            new
            {
                municipality = place.Number,
                organisation = place.Organisation,
                year = Today.Year,
                persons = Persons,
            }
        );

    public Task<HttpResponseMessage> Recommend(Place place, string grounds = "suitable") =>
        Centre.Post(
            $"households/{Household}/recommendation",
            new
            {
                municipality = place.Number,
                municipalityType = "services",
                grounds,
            }
        );

    public Task<HttpResponseMessage> Request(Place? place = null) =>
        Imdi.Post($"households/{Household}/requests", new { municipality = (place ?? Town).Number });

    /// <summary>… and a request to the town.</summary>
    public async Task<Guid> Requested(params AgeGroup[] members)
    {
        await Recommended(members);
        return (await Request().Json()).GetProperty("id").GetGuid();
    }

    public Task<HttpResponseMessage> Accept(Guid request) => Municipality.Post($"requests/{request}/acceptance");

    /// <summary>… and accepted.</summary>
    public async Task<Story> Accepted(params AgeGroup[] members)
    {
        await Accept(await Requested(members)).Json();
        return this;
    }

    public async Task<Story> Transferred(params AgeGroup[] members)
    {
        await Accepted(members);
        foreach (var resident in Residents)
        {
            await Reaches(resident, "transferred");
        }

        return this;
    }

    /// <summary>… and settled today.</summary>
    public async Task<Story> Settled(params AgeGroup[] members)
    {
        await Transferred(members);
        foreach (var resident in Residents)
        {
            await Settle(resident, Today).Json();
        }

        return this;
    }

    public Task<HttpResponseMessage> Settle(Guid resident, DateOnly on) =>
        Municipality.Post($"residents/{resident}/settlement", new { settledOn = on });

    public Task<HttpResponseMessage> Start(Guid resident, DateOnly on) =>
        Municipality.Post($"residents/{resident}/programme-start", new { startedOn = on });

    public Task<HttpResponseMessage> Handoff(Guid resident) => Imdi.Get($"residents/{resident}/handoff");

    public async Task<string> State(Guid resident) =>
        (await Handoff(resident).Json()).GetProperty("state").GetString()!;

    public Task Reaches(Guid resident, string state) =>
        Eventually.Holds($"the resident is {state}", async () => await State(resident) == state);
}
