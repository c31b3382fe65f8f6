using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>Lines are distributed by residents, exactly and never beyond what there is (GRA-5, GRA-9).</summary>
[Collection(GrantsCollection.Name)]
public sealed class DistributeTests(GrantsFixture grants)
{
    private const long Qualification = 3_300_000;
    private const long Ore = 100;

    [Fact]
    public async Task The_appropriations_of_2016_are_those_of_the_invitation()
    {
        var year = await grants.Imdi.Get("appropriations/2016").Body();

        Assert.Equal(
            [
                ("qualification", 3_300_000m),
                ("meetings", 250_000m),
                ("evaluation", 500_000m),
                ("notItemised", 1_300_000m),
                ("careerCentres", 4_500_000m),
                ("voluntary", 600_000m),
            ],
            year["lines"]!.AsArray().Select(l => ((string)l!["line"]!, (long)l["remainingOre"]! / 100m))
        );
        var centres = year["lines"]!
            .AsArray()
            .Where(l => (string?)l!["appropriation"] == "integration-reception-centres");
        Assert.Equal(5_350_000 * Ore, centres.Sum(l => (long)l!["appropriatedOre"]!));
    }

    [Fact]
    public async Task A_distribution_adds_up_to_the_last_ore()
    {
        var budget = await Budget.Of(grants, Qualification);

        var distributed = await budget.Distribute(null, 97, 31, 83, 59, 71).Body();

        Assert.Equal(Qualification * Ore, (long)distributed["amountOre"]!);
        Assert.Equal(0, (long)distributed["remainingOre"]!);
        var amounts = distributed["allocations"]!.AsArray().Select(a => (long)a!["amountOre"]!).ToList();
        Assert.Equal([93_870_968, 30_000_000, 80_322_581, 57_096_774, 68_709_677], amounts);
        Assert.Equal(Qualification * Ore, amounts.Sum());
        Assert.Equal((Qualification * Ore, Qualification * Ore, 0), await budget.Line());
    }

    [Fact]
    public async Task A_cluster_without_residents_gets_nothing()
    {
        var budget = await Budget.Of(grants, Qualification, clusters: 3);

        var distributed = await budget.Distribute(null, 10, 0, 20).Body();

        Assert.Equal(
            budget.Clusters.Where((_, i) => i != 1),
            distributed["allocations"]!.AsArray().Select(a => (Guid)a!["clusterId"]!)
        );
    }

    [Fact]
    public async Task Without_numbers_it_counts_those_who_live_there_today()
    {
        var budget = await Budget.Of(grants, Qualification, clusters: 2);
        var today = grants.Clock.Today();
        var residents = Enumerable.Range(0, 7).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var (i, resident) in residents.Index())
        {
            await grants.Publish(
                new ResidentArrived(
                    resident,
                    Guid.CreateVersion7(),
                    budget.Clusters[i < 5 ? 0 : 1],
                    today.AddDays(-3),
                    AgeGroup.Adult,
                    PermitStatus.Granted
                )
            );
        }

        await grants.Publish(new ResidentSettled(residents[0], budget.Clusters[0], "0301", today));
        await grants.Publish(new ResidentErased(residents[1]));
        await Live(budget, 3, 2);

        var distributed = await grants
            .Imdi.Post(budget.Distributions, new JsonObject { ["line"] = "qualification" })
            .Body();

        Assert.Equal(
            [(3, 198_000_000), (2, 132_000_000)],
            distributed["allocations"]!.AsArray().Select(a => ((int)a!["residents"]!, (int)a["amountOre"]!))
        );
    }

    [Fact]
    public async Task With_nobody_living_anywhere_there_is_nothing_to_count_by()
    {
        var budget = await Budget.Of(grants, Qualification);

        await grants
            .Imdi.Post(budget.Distributions, new JsonObject { ["line"] = "qualification" })
            .Refuses(HttpStatusCode.Conflict, "nobody-to-count-by", "GRA-5");
    }

    [Fact]
    public async Task More_than_the_line_holds_is_refused_and_changes_nothing()
    {
        var budget = await Budget.Of(grants, Qualification, clusters: 1);

        await budget
            .Distribute((Qualification * Ore) + 1, 100)
            .Refuses(HttpStatusCode.Conflict, "appropriation-overdrawn", "GRA-9");

        Assert.Equal((Qualification * Ore, 0, 0), await budget.Line());
        Assert.Single((await budget.Read())["ledger"]!.AsArray());
    }

    [Fact]
    public async Task An_empty_line_is_not_distributed_again()
    {
        var budget = await Budget.Of(grants, Qualification, clusters: 1);
        await budget.Distribute(null, 100).Body();

        await budget.Distribute(null, 100).Refuses(HttpStatusCode.Conflict, "appropriation-overdrawn", "GRA-9");
    }

    [Fact]
    public async Task Distributions_at_the_same_moment_never_overdraw_the_line()
    {
        var budget = await Budget.Of(grants, Qualification, clusters: 3);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(_ => budget.Distribute(Qualification * Ore / 10, 7, 11, 13))
        );

        Assert.Equal(10, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal(14, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal((Qualification * Ore, Qualification * Ore, 0), await budget.Line());
        var ledger = (await budget.Read())["ledger"]!.AsArray();
        Assert.Equal(
            Qualification * Ore,
            ledger.Where(e => (string?)e!["movement"] == "allocated").Sum(e => (long)e!["amountOre"]!)
        );
    }

    [Fact]
    public async Task Residents_name_each_cluster_that_holds_its_place_and_no_other()
    {
        var budget = await Budget.Of(grants, Qualification, clusters: 3);
        var strange = budget.Residents(1, 2, 3);
        strange[2]!["clusterId"] = Guid.CreateVersion7();

        await budget.Distribute(null, 1, 2).RefusesMember("/residents", "GRA-5");
        await grants
            .Imdi.Post(budget.Distributions, new JsonObject { ["line"] = "qualification", ["residents"] = strange })
            .RefusesMember("/residents", "GRA-5");
    }

    [Fact]
    public async Task A_number_of_residents_is_not_negative()
    {
        var budget = await Budget.Of(grants, Qualification, clusters: 3);

        await budget.Distribute(null, 1, -2, 3).RefusesMember("/residents/1/residents", "GRA-5");
    }

    [Theory]
    [InlineData("meetings")]
    [InlineData("voluntary")]
    [InlineData("notItemised")]
    public async Task A_line_that_is_not_for_clusters_is_not_distributed(string line) =>
        await grants
            .Imdi.Post("appropriations/2016/distributions", new JsonObject { ["line"] = line })
            .RefusesMember("/line", "GRA-5");

    [Fact]
    public async Task Each_directorate_distributes_its_own_lines()
    {
        var budget = await Budget.Of(grants, Qualification);

        await grants
            .HkDir.Post(budget.Distributions, new JsonObject { ["line"] = "qualification" })
            .Refuses(HttpStatusCode.NotFound, "unknown-appropriation");
        await grants
            .Imdi.Post("appropriations/2016/distributions", new JsonObject { ["line"] = "careerCentres" })
            .Refuses(HttpStatusCode.NotFound, "unknown-appropriation");
    }

    [Fact]
    public async Task Nobody_but_the_directorates_sees_the_money() =>
        await grants
            .Of(InterestBody.Municipality("4601"))
            .Get("appropriations/2016")
            .Refuses(HttpStatusCode.Forbidden, "not-allowed");

    private Task Live(Budget budget, params int[] residents) =>
        Eventually.Holds(
            "the residents are counted",
            async () =>
            {
                var clusters = (await grants.Imdi.Get("clusters").Body()).AsArray();
                var counted = budget.Clusters.Select(id =>
                    (int)clusters.First(c => (Guid)c!["clusterId"]! == id)!["residents"]!
                );
                return counted.SequenceEqual(residents);
            }
        );
}
