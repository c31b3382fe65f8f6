using System.Text.Json;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Settlement.Notices;
using IntegrationPlatform.Settlement.Webhooks;
using Microsoft.IdentityModel.Tokens;
using Polly;

namespace IntegrationPlatform.Settlement.Subscriptions;

/// <summary>
/// Tells partners by webhook as long as the process lives, each notice at least once and in order: an address is asked for
/// leave first; one call at a time for an organisation, taken under a lease, made outside any transaction, recorded in one.
/// </summary>
public sealed partial class SubscriptionLoop(
    IServiceScopeFactory scopes,
    SubscriptionSettings settings,
    SectionSeal seal,
    ILogger<SubscriptionLoop> log
) : BackgroundService
{
    /// <summary>How many organisations a replica calls at the same time: a slow one keeps nobody waiting but itself.</summary>
    public const int AtOnce = 8;

    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    private readonly WebhookClient _webhooks = new(
        settings.AllowPrivateAddresses,
        new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(settings.Timeout).Build(),
        traced: false
    );

    /// <inheritdoc />
    public override void Dispose()
    {
        _webhooks.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var calls = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                calls.RemoveAll(call => call.IsCompleted);
                var taken = calls.Count < AtOnce ? await BeginDueAsync(AtOnce - calls.Count, stoppingToken) : [];
                calls.AddRange(taken);
                if (taken.Count == 0)
                {
                    await Task.WhenAny(calls.Append(Task.Delay(settings.Poll, stoppingToken)));
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                // The database is away or not migrated yet.
                LogFault(fault);
                await Task.Delay(AfterFault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        // Not ended when the process stops: a call takes seconds at most, and a broken one would only be made again.
        await Task.WhenAll(calls);
    }

    private async Task<List<Task>> BeginDueAsync(int most, CancellationToken cancellation)
    {
        var lease = Guid.CreateVersion7();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SettlementDb>();
        var due = await db.Subscriptions.TakeAsync(lease, settings.Lease, most, cancellation);
        return due.ConvertAll(subscription => CallAsync(subscription, lease));
    }

    private async Task CallAsync(Subscription subscription, Guid lease)
    {
        try
        {
            await (
                subscription.State == SubscriptionState.Confirming
                    ? ConfirmAsync(subscription, lease)
                    : DeliverAsync(subscription, lease)
            );
        }
        catch (Exception fault)
        {
            // The database is away: the lease runs out, and the call is made again.
            LogFault(fault);
        }
    }

    private async Task ConfirmAsync(Subscription subscription, Guid lease)
    {
        using var span = SubscriptionTelemetry.StartHandshake(subscription.Organisation);
        var (answer, rate) = await _webhooks.AskAsync(
            new Uri(subscription.Url),
            settings.Origin,
            CancellationToken.None
        );
        SubscriptionTelemetry.Count(span, "handshake", answer);
        LogHandshake(subscription.Organisation, answer.Outcome, answer.Status, answer.Milliseconds);
        await RecordAsync(
            subscription.Organisation,
            lease,
            current =>
            {
                if (answer.Outcome == AttemptOutcome.Received)
                {
                    current.Confirm(answer, rate);
                }
                else
                {
                    current.Fail(answer, settings.Retries);
                }
            }
        );
    }

    private async Task DeliverAsync(Subscription subscription, Guid lease)
    {
        if (await NextAsync(subscription) is not { } notice)
        {
            await RecordAsync(subscription.Organisation, lease, current => current.PutBack());
            return;
        }

        using var span = SubscriptionTelemetry.StartDelivery(notice);
        var answer = await PostAsync(subscription, notice);
        SubscriptionTelemetry.Count(span, notice.Type, answer);
        LogDelivery(notice.Id, subscription.Organisation, answer.Outcome, answer.Status, answer.Milliseconds);
        await RecordAsync(
            subscription.Organisation,
            lease,
            current =>
            {
                if (answer.Outcome == AttemptOutcome.Received)
                {
                    current.Deliver(answer, notice.Place);
                }
                else
                {
                    current.Fail(answer, settings.Retries);
                }
            }
        );
    }

    private async Task<Notice?> NextAsync(Subscription subscription)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SettlementDb>();
        var next = await db.Notices.AfterAsync(
            subscription.Organisation,
            subscription.Place,
            most: 1,
            CancellationToken.None
        );
        return next is [var notice] ? notice : null;
    }

    private async Task<WebhookAnswer> PostAsync(Subscription subscription, Notice notice)
    {
        byte[] key;
        try
        {
            key = WebhookSignature.Key(seal.Open<string>(subscription.SealedSecret));
        }
        catch (Exception fault) when (fault is SecurityTokenException or ArgumentException)
        {
            LogUnreadable(subscription.Organisation, fault);
            return new WebhookAnswer(TimeProvider.System.GetUtcNow(), AttemptOutcome.Unreadable);
        }

        return await _webhooks.PostAsync(
            new Uri(subscription.Url),
            [key],
            notice.Id.ToString(),
            JsonSerializer.SerializeToUtf8Bytes(notice.AsEvent()),
            settings.Origin,
            CancellationToken.None
        );
    }

    // What was found out under a lease that has passed, or about an address that was replaced meanwhile, no longer counts.
    private async Task RecordAsync(string organisation, Guid lease, Action<Subscription> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SettlementDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (
            await db.Subscriptions.LockAsync(organisation, CancellationToken.None) is not { } current
            || current.Lease != lease
        )
        {
            return;
        }

        change(current);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        if (current.State is SubscriptionState.Suspended or SubscriptionState.Ended)
        {
            LogStopped(organisation, current.State, current.Tries);
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Information,
        "Webhook of {Organisation} asked: {Outcome} ({Status}) after {Milliseconds} ms"
    )]
    private partial void LogHandshake(string organisation, AttemptOutcome outcome, int? status, int milliseconds);

    [LoggerMessage(
        2,
        LogLevel.Information,
        "Notice {NoticeId} to {Organisation}: {Outcome} ({Status}) after {Milliseconds} ms"
    )]
    private partial void LogDelivery(
        Guid noticeId,
        string organisation,
        AttemptOutcome outcome,
        int? status,
        int milliseconds
    );

    [LoggerMessage(3, LogLevel.Warning, "The subscription of {Organisation} is {State} after {Tries} tries")]
    private partial void LogStopped(string organisation, SubscriptionState state, int tries);

    [LoggerMessage(4, LogLevel.Error, "The secret of {Organisation} does not open with Sealing:PrivateKey")]
    private partial void LogUnreadable(string organisation, Exception fault);

    [LoggerMessage(5, LogLevel.Warning, "Webhooks pause")]
    private partial void LogFault(Exception fault);
}
