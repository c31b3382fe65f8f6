using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Grants.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>Two people approve a payment; a reversal stops it; corrections are new entries (GRA-4, GRA-9, GRA-10).</summary>
[Collection(GrantsCollection.Name)]
public sealed class PaymentTests(GrantsFixture grants)
{
    private const long Line = 1_000_000;
    private const long LineOre = Line * 100;

    [Fact]
    public async Task The_second_person_s_approval_orders_the_payment_to_the_municipality()
    {
        var budget = await Budget.Of(grants, Line, clusters: 1);
        var allocation = Assert.Single(await budget.Allocations());

        var first = await budget.Approve(allocation, "kari").Body();
        var second = await budget.Approve(allocation, "ola").Body();

        Assert.Equal(("allocated", null), ((string?)first["state"], (Guid?)first["paymentOrderId"]));
        Assert.Equal("ordered", (string?)second["state"]);
        var order = await grants.InDatabase(db =>
            db.PaymentOrders.SingleAsync(o => o.Id == (Guid)second["paymentOrderId"]!)
        );
        Assert.Equal((LineOre, Ten.Municipalities[0].Organisation), (order.Amount.Ore, order.Payee));
        Assert.Equal((LineOre, LineOre, LineOre), await budget.Line());
    }

    [Theory]
    [InlineData("kari")]
    [InlineData(" KARI ")]
    public async Task The_same_person_does_not_approve_twice(string again)
    {
        var budget = await Budget.Of(grants, Line, clusters: 1);
        var allocation = Assert.Single(await budget.Allocations());
        await budget.Approve(allocation, "kari").Body();

        await budget
            .Approve(allocation, again)
            .Refuses(HttpStatusCode.Conflict, "payment-needs-another-person", "GRA-10");
        Assert.Equal((LineOre, LineOre, 0), await budget.Line());
    }

    [Fact]
    public async Task The_same_person_at_the_same_moment_approves_once()
    {
        var budget = await Budget.Of(grants, Line, clusters: 1);
        var allocation = Assert.Single(await budget.Allocations());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => budget.Approve(allocation, "kari")));

        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.Equal((LineOre, LineOre, 0), await budget.Line());
    }

    [Fact]
    public async Task Approvals_at_the_same_moment_order_each_payment_once()
    {
        var budget = await Budget.Of(grants, Line);
        var allocations = await budget.Allocations();

        var answers = await Task.WhenAll(
            from allocation in allocations
            from person in Enumerable.Range(0, 6)
            select budget.Approve(allocation, $"person-{person}")
        );

        Assert.Equal(2 * allocations.Count, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal((LineOre, LineOre, LineOre), await budget.Line());
        Assert.Equal(
            allocations.Count,
            await grants.InDatabase(db => db.PaymentOrders.CountAsync(o => allocations.Contains(o.AllocationId)))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12345678901")]
    [InlineData("123456 78901")]
    public async Task A_person_is_a_reference_and_not_an_identity_number(string person)
    {
        var budget = await Budget.Of(grants, Line, clusters: 1);
        var allocation = Assert.Single(await budget.Allocations());

        await budget.Approve(allocation, person).RefusesMember("/person", "GRA-10");
    }

    [Fact]
    public async Task Another_directorate_does_not_approve()
    {
        var budget = await Budget.Of(grants, Line, clusters: 1);
        var allocation = Assert.Single(await budget.Allocations());

        await grants
            .HkDir.Post($"allocations/{allocation}/approvals", new JsonObject { ["person"] = "kari" })
            .Refuses(HttpStatusCode.NotFound, "unknown-allocation");
    }

    [Fact]
    public async Task A_reversal_stops_payments_frees_the_place_and_tells_the_other_services()
    {
        var revoked = await grants.Listen<ClusterRevoked>();
        var budget = await Budget.Of(grants, Line, clusters: 2);
        var allocations = await budget.Allocations();
        await budget.Approve(allocations[0], "kari").Body();
        await budget.Approve(allocations[0], "ola").Body();

        var reversal = await budget.Revoke(budget.Clusters[0]).Body();

        Assert.Equal(LineOre / 2, (long)reversal["stoppedOre"]!);
        Assert.Equal(2, (await revoked.First(r => r.ClusterId == budget.Clusters[0])).Version);
        Assert.Equal((LineOre, LineOre / 2, 0), await budget.Line());
        var order = await grants.InDatabase(db => db.PaymentOrders.SingleAsync(o => o.AllocationId == allocations[0]));
        Assert.NotNull(order.StoppedOn);
        await budget.Approve(allocations[0], "per").Refuses(HttpStatusCode.Conflict, "cluster-revoked", "GRA-4");
        await budget.Revoke(budget.Clusters[0]).Refuses(HttpStatusCode.Conflict, "cluster-revoked", "GRA-4");
        await budget.Distribute(null, 1, 1).RefusesMember("/residents", "GRA-5");
    }

    [Fact]
    public async Task A_reversal_and_an_approval_at_the_same_moment_leave_nothing_ordered()
    {
        var budget = await Budget.Of(grants, Line);
        var allocations = await budget.Allocations();
        foreach (var allocation in allocations)
        {
            await budget.Approve(allocation, "kari").Body();
        }

        await Task.WhenAll(
            allocations
                .Select(a => budget.Approve(a, "ola"))
                .Zip(budget.Clusters.Select(budget.Revoke), (approval, reversal) => Task.WhenAll(approval, reversal))
        );

        Assert.Equal((LineOre, 0, 0), await budget.Line());
        Assert.Equal(
            0,
            await grants.InDatabase(db =>
                db.PaymentOrders.CountAsync(o => allocations.Contains(o.AllocationId) && o.StoppedOn == null)
            )
        );
    }

    [Fact]
    public async Task A_reversal_says_what_changed()
    {
        var budget = await Budget.Of(grants, Line, clusters: 1);

        await grants
            .Imdi.Post($"clusters/{budget.Clusters[0]}/revocation", new JsonObject { ["grounds"] = "Because." })
            .RefusesMember("/changed", "GRA-4");
        await budget.Revoke(Guid.CreateVersion7()).Refuses(HttpStatusCode.NotFound, "unknown-cluster");
    }

    [Fact]
    public async Task A_correction_is_a_new_entry_and_the_money_is_on_the_line_again()
    {
        var budget = await Budget.Of(grants, Line, clusters: 1);
        var allocation = Assert.Single(await budget.Allocations());

        await Withdraw(allocation).Body();

        Assert.Equal((LineOre, 0, 0), await budget.Line());
        var ledger = (await budget.Read())["ledger"]!.AsArray();
        Assert.Equal([LineOre, LineOre, -LineOre], ledger.Select(e => (long)e!["amountOre"]!));
        Assert.True((bool)ledger[2]!["correction"]!);
        await Withdraw(allocation).Refuses(HttpStatusCode.Conflict, "allocation-withdrawn", "GRA-9");
        await budget.Approve(allocation, "kari").Refuses(HttpStatusCode.Conflict, "allocation-withdrawn", "GRA-9");
    }

    [Fact]
    public async Task What_is_ordered_is_not_withdrawn()
    {
        var budget = await Budget.Of(grants, Line, clusters: 1);
        var allocation = Assert.Single(await budget.Allocations());
        await budget.Approve(allocation, "kari").Body();
        await budget.Approve(allocation, "ola").Body();

        await Withdraw(allocation).Refuses(HttpStatusCode.Conflict, "payment-already-ordered", "GRA-10");
        await budget.Approve(allocation, "per").Refuses(HttpStatusCode.Conflict, "payment-already-ordered", "GRA-10");
    }

    private Task<HttpResponseMessage> Withdraw(Guid allocation) =>
        grants.Imdi.Post($"allocations/{allocation}/withdrawal", new JsonObject { ["grounds"] = "Counted wrongly." });
}
