using IntegrationPlatform.Messaging.Inbox;
using IntegrationPlatform.Messaging.Operations;
using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>A replica of a service: a host with messaging on a real database and a real broker.</summary>
public abstract class Service(IHost host) : IAsyncDisposable
{
    public IServiceProvider Services => host.Services;

    /// <summary>The bus itself, which sends past the outbox: what another system would put on the broker.</summary>
    public IBus Bus => Services.GetRequiredService<IBus>();

    /// <summary>The operator's view of the outbox.</summary>
    internal IOutboxDesk Desk => Services.GetRequiredService<IOutboxDesk>();

    /// <summary>The operator's view of the error queues.</summary>
    internal ErrorQueues Errors => Services.GetRequiredService<ErrorQueues>();

    /// <summary>Lets the inbox forget; returns how many messages it forgot.</summary>
    public abstract Task<int> ForgetAsync();

    /// <summary>Writes in a group with others.</summary>
    public abstract Task CommitInGroupAsync<TItem>(TItem item);

    internal Task StartAsync() => host.StartAsync();

    /// <summary>Waits for the bus: queues exist once it is connected, and only then does an event find its subscribers.</summary>
    public Task ConnectedAsync() =>
        Services
            .GetRequiredService<IBusControl>()
            .WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(3));

    /// <summary>Waits for the dispatcher, which looks for the bus itself: only then does it meet what happens to the broker.</summary>
    public async Task DispatchingAsync()
    {
        await PublishAsync(new OrderShipped(Guid.NewGuid(), 0));
        await Eventually.Becomes(0, InOutboxAsync);
    }

    public async Task InScopeAsync(Func<IServiceProvider, ShopDb, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ShopDb>());
    }

    public async Task<T> QueryAsync<T>(Func<ShopDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<ShopDb>());
    }

    /// <summary>Publishes as an endpoint does: into the outbox, with the context's other changes.</summary>
    public Task PublishAsync(params object[] messages) =>
        InScopeAsync(
            async (scope, db) =>
            {
                foreach (var message in messages)
                {
                    await scope.GetRequiredService<IPublishEndpoint>().Publish(message);
                }

                await db.SaveChangesAsync();
            }
        );

    /// <summary>Sends to one receiver as an endpoint does.</summary>
    public Task SendAsync<T>(string address, T message, Guid? messageId = null)
        where T : class =>
        InScopeAsync(
            async (scope, db) =>
            {
                var endpoint = await scope
                    .GetRequiredService<ISendEndpointProvider>()
                    .GetSendEndpoint(new Uri(address));
                await endpoint.Send(message, context => context.MessageId = messageId ?? context.MessageId);
                await db.SaveChangesAsync();
            }
        );

    /// <summary>How often a consumer ran to its end.</summary>
    public Task<int> CountAsync(Guid about, string what) =>
        QueryAsync(db => db.Effects.CountAsync(e => e.About == about && e.What == what));

    /// <summary>Messages written and not yet sent, scheduled and parked ones among them.</summary>
    public Task<int> InOutboxAsync() => QueryAsync(db => db.Set<OutboxMessage>().CountAsync());

    /// <summary>Messages handled, once for each consumer.</summary>
    public Task<int> InInboxAsync() => QueryAsync(db => db.Set<InboxMessage>().CountAsync());

    /// <summary>The age of the oldest undelivered message, in seconds.</summary>
    public async Task<double> LagAsync() => (await Desk.ReportAsync(default)).OldestSeconds;

    public async ValueTask DisposeAsync()
    {
        var connection = await QueryAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        await host.StopAsync();
        host.Dispose();
        // Each test has a database of its own: idle connections to all of them would be more than the server takes.
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
    }
}

/// <summary>A replica with one kind of context.</summary>
internal sealed class Service<TDb>(IHost host) : Service(host)
    where TDb : ShopDb
{
    public override Task<int> ForgetAsync() =>
        Services.GetRequiredService<InboxCleanup<TDb>>().ForgetAsync(CancellationToken.None);

    public override Task CommitInGroupAsync<TItem>(TItem item) =>
        Services.GetRequiredService<GroupCommit<TDb, TItem>>().CommitAsync(item);
}
