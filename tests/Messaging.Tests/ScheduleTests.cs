using System.Diagnostics;
using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class SchedulesInDefaultSchema() : ScheduleTests(Subject.DefaultSchema);

public sealed class SchedulesInOwnSchema() : ScheduleTests(Subject.OwnSchema);

[Collection(ClusterCollection.Name)]
public sealed class SchedulesOnCluster() : ScheduleTests(Subject.OnCluster);

public abstract class ScheduleTests(Subject subject) : Compliance(subject)
{
    private static readonly TimeSpan JustBefore = TimeSpan.FromDays(14) - TimeSpan.FromHours(1);
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task A_schedule_waits_for_the_platforms_clock_and_goes_within_seconds_of_its_advance()
    {
        await using var shop = await StartAsync(await NewServersAsync());
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => ScheduledAsync(shop));
        _clock.Advance(JustBefore);
        await shop.PublishAsync(new OrderStepped(Order));
        await Eventually.Becomes(1, () => shop.QueryAsync(db => db.Orders.Select(o => o.Steps).SingleAsync()));
        Assert.Equal(1, await ScheduledAsync(shop));

        var watch = Stopwatch.StartNew();
        _clock.Advance(TimeSpan.FromHours(2));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "forgotten"));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_cancelled_schedule_is_gone()
    {
        await using var shop = await StartAsync(await NewServersAsync());
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => ScheduledAsync(shop));
        await shop.PublishAsync(new OrderPaid(Order));
        await Eventually.Becomes(0, () => ScheduledAsync(shop));
        await Eventually.Becomes(
            "Final",
            () => shop.QueryAsync(db => db.Orders.Select(o => o.CurrentState).SingleAsync())
        );
    }

    [Fact]
    public async Task A_saga_ignores_a_schedule_whose_token_is_stale()
    {
        await using var shop = await StartAsync(await NewServersAsync());
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => ScheduledAsync(shop));
        await shop.QueryAsync(db =>
            db.Orders.ExecuteUpdateAsync(o => o.SetProperty(s => s.OverdueToken, Guid.NewGuid()))
        );
        _clock.Advance(TimeSpan.FromDays(15));
        await Eventually.Becomes(0, shop.InOutboxAsync);
        await shop.PublishAsync(new OrderStepped(Order));
        await Eventually.Becomes(1, () => shop.QueryAsync(db => db.Orders.Select(o => o.Steps).SingleAsync()));
        Assert.Equal(0, await shop.CountAsync(Order, "forgotten"));
    }

    [Fact]
    public async Task A_schedule_survives_a_restart_and_a_broker_at_another_address()
    {
        var servers = await NewServersAsync();
        await using (var wire = Wire.ToBroker(servers, out var wired))
        await using (var before = await StartAsync(wired))
        {
            await before.PublishAsync(new OrderPlaced(Order, 1));
            await Eventually.Becomes(1, () => ScheduledAsync(before));
        }

        await using var after = await StartAsync(servers);
        _clock.Advance(TimeSpan.FromDays(15));
        await Eventually.Becomes(1, () => after.CountAsync(Order, "forgotten"));
    }

    [Fact]
    public async Task A_schedule_that_is_due_leaves_in_one_batch_with_what_leaves_at_once()
    {
        await using var shop = await StartAsync(await NewServersAsync());
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var other = Guid.NewGuid();
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderForgotten(other));
                await scope
                    .GetRequiredService<IMessageScheduler>()
                    .SchedulePublish(TimeSpan.FromDays(1), new OrderForgotten(Order));
                await db.SaveChangesAsync();
                // Both are due when they become visible.
                _clock.Advance(TimeSpan.FromDays(2));
                await transaction.CommitAsync();
            }
        );

        await Eventually.Becomes(1, () => shop.CountAsync(Order, "forgotten"));
        await Eventually.Becomes(0, shop.InOutboxAsync);
    }

    [Fact]
    public async Task An_endpoint_schedules_and_cancels_in_its_own_transaction()
    {
        await using var shop = await StartAsync(await NewServersAsync());
        ScheduledMessage<OrderPlaced>? kept = null;
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                var scheduler = scope.GetRequiredService<IMessageScheduler>();
                kept = await scheduler.SchedulePublish(TimeSpan.FromDays(1), new OrderPlaced(Order, 1));
                var dropped = await scheduler.SchedulePublish(TimeSpan.FromDays(1), new OrderPlaced(Order, 2));
                await scheduler.CancelScheduledPublish<OrderPlaced>(dropped.TokenId);
                await db.SaveChangesAsync();
            }
        );
        Assert.Equal(
            kept!.TokenId,
            await shop.QueryAsync(db => db.Set<OutboxMessage>().Select(m => m.Token).SingleAsync())
        );
        _clock.Advance(TimeSpan.FromDays(2));
        await Eventually.Becomes(
            1,
            () => shop.QueryAsync(db => db.Orders.Select(o => o.Number).SingleOrDefaultAsync())
        );
    }

    private static Task<int> ScheduledAsync(Service shop) =>
        shop.QueryAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Token != null));

    private Task<Service> StartAsync(Servers servers) =>
        StartAsync(
            servers,
            m => m.AddConsumer<Forgetting>().AddSaga<OrderMachine, OrderState>(),
            s => s.AddSingleton<TimeProvider>(_clock)
        );
}
