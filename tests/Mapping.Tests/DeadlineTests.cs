using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>The deadline of the mapping and its saga (MAP-2).</summary>
[Collection(MappingService.Name)]
public sealed class DeadlineTests(MappingFixture fixture)
{
    [Fact]
    public async Task Reminders_come_seven_and_two_days_before_and_then_it_is_overdue()
    {
        var cluster = await Scene.Establish(fixture);
        var reminders = await fixture.Listen<MappingDueSoon>();
        var overdue = await fixture.Listen<MappingOverdue>();
        var arrived = fixture.Clock.Today();
        var id = await cluster.ArriveId();
        await State(cluster, id, "waiting");

        fixture.Clock.MoveTo(arrived.AddDays(6));
        fixture.Clock.MoveTo(arrived.AddDays(7));
        Assert.Equal(
            new MappingDueSoon(id, cluster.Id, arrived.AddDays(14)),
            await reminders.First(m => m.ResidentId == id)
        );
        await Reminded(cluster, id, arrived.AddDays(7));

        fixture.Clock.MoveTo(arrived.AddDays(12));
        await Eventually.Holds(
            "the second reminder",
            () => Task.FromResult(reminders.All.Count(m => m.ResidentId == id) == 2)
        );
        await Reminded(cluster, id, arrived.AddDays(12));

        fixture.Clock.MoveTo(arrived.AddDays(14));
        Assert.DoesNotContain(overdue.All, m => m.ResidentId == id);

        fixture.Clock.MoveTo(arrived.AddDays(15));
        Assert.Equal(
            new MappingOverdue(id, cluster.Id, arrived.AddDays(14)),
            await overdue.First(m => m.ResidentId == id)
        );
        var row = await State(cluster, id, "overdue");
        Assert.Equal(Scene.Day(arrived.AddDays(15)), (string?)row["overdueOn"]);
    }

    [Fact]
    public async Task On_the_last_day_it_is_in_time_and_nothing_is_overdue_afterwards()
    {
        var cluster = await Scene.Establish(fixture);
        var overdue = await fixture.Listen<MappingOverdue>();
        var id = await cluster.ArriveId();
        await State(cluster, id, "waiting");

        fixture.Clock.MoveTo(fixture.Clock.Today().AddDays(14));
        await Submit(cluster, id);
        await State(cluster, id, "inTime");
        fixture.Clock.MoveTo(fixture.Clock.Today().AddDays(2));

        await Settles(cluster);
        await State(cluster, id, "inTime");
        Assert.DoesNotContain(overdue.All, m => m.ResidentId == id);
    }

    [Fact]
    public async Task After_the_last_day_it_is_late_and_stays_visible()
    {
        var cluster = await Scene.Establish(fixture);
        var completed = await fixture.Listen<MappingCompleted>();
        var id = await cluster.ArriveId();
        await State(cluster, id, "waiting");
        fixture.Clock.MoveTo(fixture.Clock.Today().AddDays(15));
        await State(cluster, id, "overdue");

        await Submit(cluster, id);

        Assert.False((await completed.First(m => m.ResidentId == id)).InTime);
        var row = await State(cluster, id, "late");
        Assert.Equal(Scene.Day(fixture.Clock.Today()), (string?)row["completedOn"]);
        Assert.NotNull(row["overdueOn"]);
    }

    [Fact]
    public async Task An_exception_with_a_reason_moves_the_deadline_even_of_an_overdue_mapping()
    {
        var cluster = await Scene.Establish(fixture);
        var overdue = await fixture.Listen<MappingOverdue>();
        var id = await cluster.ArriveId();
        await State(cluster, id, "waiting");
        fixture.Clock.MoveTo(fixture.Clock.Today().AddDays(15));
        await State(cluster, id, "overdue");
        var until = fixture.Clock.Today().AddDays(5);

        var moved = await (await Excuse(cluster, id, until, "In hospital")).ReadAs(HttpStatusCode.OK);

        Assert.Equal(Scene.Day(until), (string?)moved["mappingDueOn"]);
        var row = await State(cluster, id, "waiting");
        Assert.Equal(Scene.Day(until), (string?)row["dueOn"]);
        fixture.Clock.MoveTo(until.AddDays(1));
        await Eventually.Holds(
            "overdue again",
            () => Task.FromResult(overdue.All.Any(m => m.ResidentId == id && m.DueOn == until))
        );
    }

    [Fact]
    public async Task An_exception_needs_a_reason_and_a_later_day()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var today = fixture.Clock.Today();

        await (await Excuse(cluster, id, today.AddDays(20), "  ")).RefusesMember("/reason", "MAP-2");
        await (await Excuse(cluster, id, today.AddDays(14), "Ill")).RefusesMember("/until", "MAP-2");
        await Excuse(await Scene.Establish(fixture), id, today.AddDays(20), "Ill").Refused(404, "unknown-resident");
        var resident = await (await cluster.Centre.Get($"residents/{id}")).ReadAs(HttpStatusCode.OK);
        Assert.Equal(Scene.Day(today.AddDays(14)), (string?)resident["mappingDueOn"]);
    }

    [Fact]
    public async Task Without_a_running_deadline_there_is_nothing_to_excuse()
    {
        var cluster = await Scene.Establish(fixture);
        var child = await cluster.ArriveId(age: 10);
        var mapped = await cluster.ArriveId();
        await Submit(cluster, mapped);
        var until = fixture.Clock.Today().AddDays(30);

        await Excuse(cluster, child, until, "Ill").Refused(409, "no-deadline-runs");
        await Excuse(cluster, mapped, until, "Ill").Refused(409, "no-deadline-runs");
    }

    [Fact]
    public async Task Nobody_waits_for_the_mapping_of_a_settled_resident()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await State(cluster, id, "waiting");

        await fixture.Publish(new ResidentSettled(id, cluster.Id, "0301", fixture.Clock.Today()));

        await State(cluster, id, "lifted");
        await cluster.Post($"residents/{id}/mapping", Scene.Mapping()).Refused(409, "resident-has-left");
    }

    [Fact]
    public async Task A_centre_lists_its_own_deadlines_and_IMDi_all()
    {
        var cluster = await Scene.Establish(fixture);
        var other = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.ArriveId(age: 5);
        await State(cluster, id, "waiting");

        Assert.Single(await List(cluster.Centre, "deadlines"));
        Assert.Empty(await List(cluster.Centre, "deadlines?state=overdue"));
        Assert.Empty(await List(other.Centre, "deadlines"));
        Assert.Empty(await List(cluster.CareerCentre, "deadlines"));
        Assert.Contains(await List(cluster.Imdi, "deadlines"), d => d!["residentId"]!.GetValue<Guid>() == id);
        await (await cluster.Centre.Get("deadlines?state=asleep")).RefusesMember("/state", "MAP-2");
    }

    [Fact]
    public async Task Deadlines_come_in_pages_each_of_which_names_the_next()
    {
        var cluster = await Scene.Establish(fixture);
        Guid[] arrived = [await cluster.ArriveId(), await cluster.ArriveId(), await cluster.ArriveId()];
        foreach (var id in arrived)
        {
            await State(cluster, id, "waiting");
        }

        var first = await cluster.Centre.Get("deadlines?limit=2&state=waiting");
        var next = first.NextPage();
        var last = await cluster.Centre.Get(next!);

        var seen = (await first.ReadList())
            .Concat(await last.ReadList())
            .Select(d => d!["residentId"]!.GetValue<Guid>());
        Assert.Equal(arrived.Order(), seen);
        Assert.Contains("state=waiting", next, StringComparison.Ordinal);
        Assert.Null(last.NextPage());
    }

    private static async Task<JsonArray> List(HttpClient client, string path) =>
        await (await client.Get(path)).ReadList();

    private static async Task<JsonNode?> Row(Scene cluster, Guid id) =>
        (await List(cluster.Centre, "deadlines")).SingleOrDefault(d => d!["residentId"]!.GetValue<Guid>() == id);

    private static Task<JsonNode> State(Scene cluster, Guid id, string state) =>
        Eventually.Finds(
            $"the deadline is {state}",
            async () => await Row(cluster, id) is { } row && (string?)row["state"] == state ? row : null
        );

    private static Task Reminded(Scene cluster, Guid id, DateOnly day) =>
        Eventually.Holds(
            $"the deadline says that it reminded on {day}",
            async () => (string?)(await Row(cluster, id))?["remindedOn"] == Scene.Day(day)
        );

    // Another resident's deadline, set now and already past, has gone all the way: so has what was due before it.
    private async Task Settles(Scene cluster)
    {
        var arrival = cluster.Arrival();
        arrival["arrivedOn"] = Scene.Day(fixture.Clock.Today().AddDays(-15));
        await State(cluster, (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>(), "overdue");
    }

    private static async Task Submit(Scene cluster, Guid id) =>
        await (await cluster.Post($"residents/{id}/mapping", Scene.Mapping())).ReadAs(HttpStatusCode.Created);

    private static Task<HttpResponseMessage> Excuse(Scene cluster, Guid id, DateOnly until, string reason) =>
        cluster.Post(
            $"residents/{id}/deadline-exception",
            new JsonObject { ["until"] = Scene.Day(until), ["reason"] = reason }
        );
}
