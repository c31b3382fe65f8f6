using System.Diagnostics;
using System.Text.Json;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Settlement.Transfers;
using IntegrationPlatform.Settlement.Webhooks;
using MassTransit;
using Microsoft.IdentityModel.Tokens;
using Polly.CircuitBreaker;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>
/// Sends events to IMDinett as long as the process lives, at least once each (SET-4): taken under a lease, posted outside
/// any transaction, recorded in one together with the message that moves the saga.
/// </summary>
public sealed partial class DeliveryLoop(
    IServiceScopeFactory scopes,
    ImdinettClient imdinett,
    ImdinettSettings settings,
    SectionSeal seal,
    TimeProvider clock,
    ILogger<DeliveryLoop> log
) : BackgroundService
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    /// <summary>Starts it; a missing key, or one that is none, stops the service here and not at its first transfer.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        seal.Open<string>(seal.Seal(""));
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DeliverDueAsync(stoppingToken) == 0)
                {
                    await Task.Delay(settings.Poll, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The database is away or not migrated yet; leases run out and everything is taken again.
                LogFault(fault);
                await Task.Delay(AfterFault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> DeliverDueAsync(CancellationToken cancellation)
    {
        List<Delivery> due;
        var lease = Guid.CreateVersion7();
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SettlementDb>();
            due = await db.Deliveries.TakeAsync(lease, settings.Lease, cancellation);
        }

        await Task.WhenAll(due.Select(delivery => DeliverAsync(delivery, lease)));
        return due.Count;
    }

    // Not ended when the process stops: an attempt takes seconds at most, and a broken one would only be made again.
    private async Task DeliverAsync(Delivery delivery, Guid lease)
    {
        using var span = DeliveryTelemetry.Start(delivery);
        try
        {
            var attempt = await AttemptAsync(delivery);
            DeliveryTelemetry.Count(attempt, delivery.Type);
            LogAttempt(delivery.EventId, attempt.Outcome, attempt.Status, attempt.Milliseconds);
            span?.SetStatus(
                attempt.Outcome == AttemptOutcome.Received ? ActivityStatusCode.Ok : ActivityStatusCode.Error
            );
            await RecordAsync(delivery.Id, attempt, lease);
        }
        catch (BrokenCircuitException)
        {
            await PutBackAsync(delivery.Id, lease);
        }
    }

    private async Task<DeliveryAttempt> AttemptAsync(Delivery delivery)
    {
        try
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(seal.Open<JsonElement>(delivery.Sealed!));
            return await imdinett.SendAsync(delivery.EventId, body, CancellationToken.None);
        }
        catch (Exception fault) when (fault is SecurityTokenException or ArgumentException)
        {
            LogUnreadable(delivery.EventId, fault);
            return DeliveryAttempt.Of(new WebhookAnswer(TimeProvider.System.GetUtcNow(), AttemptOutcome.Unreadable));
        }
    }

    private Task RecordAsync(Guid id, DeliveryAttempt attempt, Guid lease) =>
        ChangeAsync(
            id,
            async (delivery, bus) =>
            {
                var received = delivery.Record(attempt, lease, settings.Retries);
                if (delivery.State == DeliveryState.Parked)
                {
                    LogParked(delivery.EventId, delivery.Tries);
                }

                if (received && delivery.Type == EventTypes.Transfer)
                {
                    await bus.Publish(new TransferReceived(delivery.HandoffId, clock.Today()));
                }
            }
        );

    private Task PutBackAsync(Guid id, Guid lease) =>
        ChangeAsync(
            id,
            (delivery, _) =>
            {
                delivery.PutBack(lease, TimeProvider.System.GetUtcNow() + ImdinettClient.Break);
                return Task.CompletedTask;
            }
        );

    private async Task ChangeAsync(Guid id, Func<Delivery, IPublishEndpoint, Task> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SettlementDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.Deliveries.LockAsync(id, CancellationToken.None) is { } delivery)
        {
            await change(delivery, scope.ServiceProvider.GetRequiredService<IPublishEndpoint>());
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Event {EventId}: {Outcome} ({Status}) after {Milliseconds} ms")]
    private partial void LogAttempt(string eventId, AttemptOutcome outcome, int? status, int milliseconds);

    [LoggerMessage(2, LogLevel.Error, "Event {EventId} is parked after {Tries} tries; replay it when IMDinett is well")]
    private partial void LogParked(string eventId, int tries);

    [LoggerMessage(3, LogLevel.Error, "Event {EventId} does not open with Sealing:PrivateKey")]
    private partial void LogUnreadable(string eventId, Exception fault);

    [LoggerMessage(4, LogLevel.Warning, "Deliveries pause for a second")]
    private partial void LogFault(Exception fault);
}
