using IntegrationPlatform.Settlement.Feeds;
using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Subscriptions;

/// <summary>
/// One organisation's wish to be told by webhook: an address, and the place in the organisation's notices up to which it took
/// them. A replica that calls it holds a lease. Times here are real time, not the platform's.
/// </summary>
public sealed class Subscription
{
    /// <summary>Organisation number of who is told.</summary>
    public required string Organisation { get; init; }

    /// <summary>Where events are posted.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The secret that events are signed with, sealed at rest.</summary>
    public string SealedSecret { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public SubscriptionState State { get; private set; }

    /// <summary>The transaction of the last notice that it took.</summary>
    public long PlaceTransaction { get; private set; }

    /// <summary>The last notice that it took, within the transaction.</summary>
    public Guid PlaceNotice { get; private set; }

    /// <summary>Failures since the last success.</summary>
    public int Tries { get; private set; }

    /// <summary>When it is called next, if there is something to say.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>Until when a replica has it in hand.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Which replica's turn it is; a new one each time.</summary>
    public Guid? Lease { get; private set; }

    /// <summary>Events a minute that it allows; null for any number.</summary>
    public int? AllowedRate { get; private set; }

    /// <summary>When it was called last.</summary>
    public DateTimeOffset? LastAttemptAt { get; private set; }

    /// <summary>How that went.</summary>
    public AttemptOutcome? LastOutcome { get; private set; }

    /// <summary>The status of its answer, if there was one.</summary>
    public int? LastStatus { get; private set; }

    /// <summary>When the address agreed; null while it has not.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it last took an event.</summary>
    public DateTimeOffset? LastDeliveredAt { get; private set; }

    /// <summary>The place up to which it took the notices.</summary>
    public FeedCursor Place
    {
        get => new(PlaceTransaction, PlaceNotice);
        private set => (PlaceTransaction, PlaceNotice) = (value.Transaction, value.Id);
    }

    /// <summary>A subscription to what follows a place.</summary>
    public static Subscription From(string organisation, FeedCursor place) =>
        new() { Organisation = organisation, Place = place };

    /// <summary>Names address and secret, for the first time or anew: to be confirmed before anything more is sent. The place stays.</summary>
    public void PointTo(string url, string sealedSecret, DateTimeOffset now)
    {
        (Url, SealedSecret, State) = (url, sealedSecret, SubscriptionState.Confirming);
        (Tries, NextAttemptAt, LeasedUntil, Lease) = (0, now, null, null);
        (AllowedRate, ConfirmedAt) = (null, null);
        (LastAttemptAt, LastOutcome, LastStatus) = (null, null, null);
    }

    /// <summary>The address agreed.</summary>
    /// <param name="answer">How it was asked.</param>
    /// <param name="rate">Events a minute that it allows; null for any number.</param>
    public void Confirm(WebhookAnswer answer, int? rate)
    {
        Note(answer);
        (State, ConfirmedAt, AllowedRate, Tries) = (SubscriptionState.Active, answer.At, rate, 0);
        NextAttemptAt = answer.At;
    }

    /// <summary>It took an event.</summary>
    /// <param name="answer">How it was sent.</param>
    /// <param name="place">The event's place.</param>
    public void Deliver(WebhookAnswer answer, FeedCursor place)
    {
        Note(answer);
        (LastDeliveredAt, Place, Tries) = (answer.At, place, 0);
        NextAttemptAt = answer.At + Pause;
    }

    /// <summary>It did not agree, or did not take an event.</summary>
    /// <param name="answer">How it was called.</param>
    /// <param name="schedule">When to try again.</param>
    public void Fail(WebhookAnswer answer, RetrySchedule schedule)
    {
        Note(answer);
        Tries++;
        if (answer.Outcome == AttemptOutcome.Gone)
        {
            State = SubscriptionState.Ended;
        }
        else if (schedule.After(Tries) is not { } wait)
        {
            State = SubscriptionState.Suspended;
        }
        else
        {
            var asked = answer.RetryAfter is { } retryAfter && retryAfter > TimeSpan.Zero ? retryAfter : wait;
            NextAttemptAt = answer.At + (asked > Pause ? asked : Pause);
        }
    }

    /// <summary>Gives the lease back without a call: there was nothing to say.</summary>
    public void PutBack() => (LeasedUntil, Lease) = (null, null);

    // The rate is kept by keeping calls apart: one lease at a time is held, whatever the number of replicas.
    private TimeSpan Pause => AllowedRate is { } rate ? TimeSpan.FromMinutes(1) / rate : TimeSpan.Zero;

    private void Note(WebhookAnswer answer)
    {
        PutBack();
        (LastAttemptAt, LastOutcome, LastStatus) = (answer.At, answer.Outcome, answer.Status);
    }
}
