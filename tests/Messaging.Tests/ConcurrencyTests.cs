using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class ConcurrencyInDefaultSchema() : ConcurrencyTests(Subject.DefaultSchema);

public sealed class ConcurrencyInOwnSchema() : ConcurrencyTests(Subject.OwnSchema);

[Collection(ClusterCollection.Name)]
public sealed class ConcurrencyOnCluster() : ConcurrencyTests(Subject.OnCluster);

public abstract class ConcurrencyTests(Subject subject) : Compliance(subject)
{
    private const int Many = 60;

    [Fact]
    public async Task First_messages_that_race_for_a_saga_make_one_saga_and_lose_nothing()
    {
        var servers = await NewServersAsync();
        await using var one = await StartAsync(servers, m => m.AddSaga<OrderMachine, OrderState>());
        await using var two = await StartAsync(servers, m => m.AddSaga<OrderMachine, OrderState>());
        await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => one.Bus.Publish(new OrderStepped(Order))));
        await Eventually.Becomes(
            Many,
            () => one.QueryAsync(db => db.Orders.Select(o => o.Steps).SingleOrDefaultAsync())
        );
        Assert.Equal(1, await one.QueryAsync(db => db.Orders.CountAsync()));
    }

    [Fact]
    public async Task First_messages_that_race_for_a_saga_found_by_property_make_one_saga_and_lose_nothing()
    {
        var servers = await NewServersAsync();
        await using var one = await StartAsync(servers, m => m.AddSaga<InvoiceMachine, InvoiceState>());
        await using var two = await StartAsync(servers, m => m.AddSaga<InvoiceMachine, InvoiceState>());
        string[] references = ["2016-1", "2016-2", "2016-3"];
        await Task.WhenAll(
            Enumerable.Range(0, Many).Select(n => one.Bus.Publish(new LineAdded(references[n % references.Length])))
        );
        await Eventually.Becomes(
            string.Join(" ", references.Select(reference => $"{reference}:{Many / references.Length}")),
            async () =>
                string.Join(
                    " ",
                    await one.QueryAsync(db =>
                        db.Invoices.OrderBy(i => i.Reference).Select(i => $"{i.Reference}:{i.Lines}").ToListAsync()
                    )
                )
        );
    }

    [Fact]
    public async Task Consumers_that_race_for_a_unique_row_are_tried_again_in_a_fresh_scope()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<CustomerCount>());
        await Task.WhenAll(Enumerable.Range(0, Many).Select(n => shop.Bus.Publish(new OrderPlaced(Order, n))));
        await Eventually.Becomes(
            Many,
            () => shop.QueryAsync(db => db.Customers.Select(c => c.Orders).SingleOrDefaultAsync())
        );
    }

    [Fact]
    public async Task A_saga_found_by_query_is_locked_and_loses_nothing_under_contention()
    {
        await using var shop = await StartAsync(m => m.AddSaga<OrderMachine, OrderState>());
        Guid[] orders = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        await shop.PublishAsync([.. orders.Select(o => new OrderPlaced(o, 7))]);
        await Eventually.Becomes(3, () => shop.QueryAsync(db => db.Orders.CountAsync(o => o.Number == 7)));
        await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(n =>
                    n % 2 == 0
                        ? shop.Bus.Publish(new OrdersRecounted(7))
                        : shop.Bus.Publish(new OrderStepped(orders[n % 3]))
                )
        );
        await Eventually.Becomes(
            (3 * Many / 2) + (Many / 2),
            () => shop.QueryAsync(db => db.Orders.SumAsync(o => o.Steps))
        );
    }

    [Fact]
    public async Task A_change_past_the_lock_is_found_by_the_rows_version()
    {
        await using var shop = await StartAsync(m => m.AddSaga<OrderMachine, OrderState>());
        await shop.PublishAsync(new OrderStepped(Order));
        await Eventually.Becomes(1, () => shop.QueryAsync(db => db.Orders.CountAsync()));
        await shop.InScopeAsync(
            async (_, db) =>
            {
                var stale = await db.Orders.SingleAsync();
                await shop.QueryAsync(other => other.Orders.ExecuteUpdateAsync(o => o.SetProperty(s => s.Steps, 99)));
                stale.Steps++;
                await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            }
        );
    }
}
