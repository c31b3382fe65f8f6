using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests.Support;

/// <summary>One household on its way, with a cluster and a municipality of its own: each test tells one.</summary>
internal sealed class Story(SettlementFixture service)
{
    public Guid Household { get; } = Guid.CreateVersion7();

    public Guid Cluster { get; } = Guid.CreateVersion7();

    public Place Host { get; } = new("0301", service.NewOrganisation());

    public Place Town { get; } = service.NewPlace();

    public string CentreOrganisation { get; } = service.NewOrganisation();

    public List<Guid> Residents { get; } = [];

    public HttpClient Imdi { get; } =
        service.As(SettlementFixture.Imdi, "settlement.read", "settlement.write", "settlement.transfer");

    public HttpClient Centre => field ??= service.As(CentreOrganisation, "settlement.read", "settlement.write");

    public HttpClient Municipality => field ??= service.As(Town.Organisation, "settlement.read", "settlement.write");

    public DateOnly Today => service.Clock.Today();

    public int Persons { get; init; } = 10;

    /// <summary>A household that moved in, everybody with a permit.</summary>
    public async Task<Story> Arrived(params AgeGroup[] members)
    {
        await service.Publish(
            new ClusterEstablished(
                Cluster,
                1,
                Host.Number,
                Host.Organisation,
                CentreOrganisation,
                service.NewOrganisation(),
                null,
                WholeCentre: true,
                100,
                50,
                Today.AddYears(-1),
                Today.AddYears(1)
            )
        );
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
                await Imdi.Get($"households/{Household}") is { Status: System.Net.HttpStatusCode.OK } household
                && household["members"].GetArrayLength() == members
        );

    /// <summary>… and a yearly number in the town, and a recommendation.</summary>
    public async Task<Story> Recommended(params AgeGroup[] members)
    {
        await Arrived(members);
        (await AskTown(Town)).Ok();
        (await Recommend(Town)).Ok();
        return this;
    }

    public Task<Answer> AskTown(Place place) =>
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

    public Task<Answer> Recommend(Place place, string grounds = "suitable") =>
        Centre.Post(
            $"households/{Household}/recommendation",
            new
            {
                municipality = place.Number,
                municipalityType = "services",
                grounds,
            }
        );

    public Task<Answer> Request(Place? place = null) =>
        Imdi.Post($"households/{Household}/requests", new { municipality = (place ?? Town).Number });

    /// <summary>… and a request to the town.</summary>
    public async Task<Guid> Requested(params AgeGroup[] members)
    {
        await Recommended(members);
        return (await Request()).Ok()["id"].GetGuid();
    }

    public Task<Answer> Accept(Guid request) => Municipality.Post($"requests/{request}/acceptance");

    /// <summary>… and accepted.</summary>
    public async Task<Story> Accepted(params AgeGroup[] members)
    {
        (await Accept(await Requested(members))).Ok();
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
            (await Settle(resident, Today)).Ok();
        }

        return this;
    }

    public Task<Answer> Settle(Guid resident, DateOnly on) =>
        Municipality.Post($"residents/{resident}/settlement", new { settledOn = on });

    public Task<Answer> Start(Guid resident, DateOnly on) =>
        Municipality.Post($"residents/{resident}/programme-start", new { startedOn = on });

    public Task<Answer> Handoff(Guid resident) => Imdi.Get($"residents/{resident}/handoff");

    public async Task<string> State(Guid resident) => (await Handoff(resident)).Ok()["state"].GetString()!;

    public Task Reaches(Guid resident, string state) =>
        Eventually.Holds($"the resident is {state}", async () => await State(resident) == state);
}
