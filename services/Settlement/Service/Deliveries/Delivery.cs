using System.Diagnostics;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>Where the delivery of an event stands.</summary>
public enum DeliveryState
{
    /// <summary>It is sent, or sent again, when its time comes.</summary>
    Pending,

    /// <summary>IMDinett acknowledged it.</summary>
    Delivered,

    /// <summary>It is not sent again unless somebody replays it.</summary>
    Parked,

    /// <summary>The resident was erased before it left.</summary>
    Cancelled,
}

/// <summary>
/// One event on its way to IMDinett (SET-4), its content sealed at rest (ALL-1). A replica that sends it holds a lease;
/// an event waits for the earlier ones of the same resident. Times here are real time, not the platform's.
/// </summary>
public sealed class Delivery
{
    /// <summary>The delivery's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The event's id, the <c>webhook-id</c> of every attempt.</summary>
    public required string EventId { get; init; }

    /// <summary>The event's type.</summary>
    public required string Type { get; init; }

    /// <summary>The handoff.</summary>
    public required Guid HandoffId { get; init; }

    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The number of the settlement municipality.</summary>
    public required string Municipality { get; init; }

    /// <summary>The event's place among the resident's, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>The whole event, sealed; null once the resident was erased.</summary>
    public required string? Sealed { get; set; }

    /// <summary>The trace that composed it (W3C), which the attempts continue.</summary>
    public string? Traceparent { get; init; }

    /// <summary>When it was queued.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; private set; }

    /// <summary>Attempts since it was queued or last replayed.</summary>
    public int Tries { get; private set; }

    /// <summary>When it is sent next.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Until when a replica has it in hand.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Which replica's turn it is; a new one each time.</summary>
    public Guid? Lease { get; private set; }

    /// <summary>When IMDinett first acknowledged it.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>True when IMDinett answered that it is gone for good (410): nothing is sent until a replay.</summary>
    public bool ReceiverGone { get; private set; }

    /// <summary>The transaction that wrote it: what a feed has given can then never be overtaken.</summary>
    public long Transaction { get; private set; }

    /// <summary>Every attempt ever made.</summary>
    public List<DeliveryAttempt> Attempts { get; } = [];

    /// <summary>Queues an event.</summary>
    public static Delivery Of(CloudEvent cloudEvent, Handoff handoff, SectionSeal seal)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new Delivery
        {
            Id = Guid.CreateVersion7(),
            EventId = cloudEvent.Id,
            Type = cloudEvent.Type,
            HandoffId = handoff.Id,
            ResidentId = cloudEvent.Subject,
            Municipality = handoff.Municipality,
            Sequence = handoff.LastSequence,
            Sealed = seal.Seal(cloudEvent),
            Traceparent = Activity.Current?.Id,
            QueuedAt = now,
            NextAttemptAt = now,
        };
    }

    /// <summary>Takes in how an attempt went.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="lease">The lease under which it was made.</param>
    /// <param name="schedule">When to try again.</param>
    /// <returns>True when this was IMDinett's first acknowledgement.</returns>
    public bool Record(DeliveryAttempt attempt, Guid lease, RetrySchedule schedule)
    {
        Attempts.Add(attempt);
        if (State == DeliveryState.Cancelled)
        {
            return false;
        }

        // A receipt counts whoever holds the lease by now; a failure is the business of the one who holds it.
        if (attempt.Outcome == AttemptOutcome.Received)
        {
            var first = DeliveredAt is null;
            (State, LeasedUntil, Lease, ReceiverGone) = (DeliveryState.Delivered, null, null, false);
            DeliveredAt ??= attempt.At;
            return first;
        }

        if (Lease != lease)
        {
            return false;
        }

        Tries++;
        (LeasedUntil, Lease) = (null, null);
        ReceiverGone = attempt.Outcome == AttemptOutcome.Gone;
        if (ReceiverGone || schedule.After(Tries) is not { } wait)
        {
            State = DeliveryState.Parked;
        }
        else
        {
            NextAttemptAt = attempt.At + (attempt.RetryAfter is { } asked && asked > TimeSpan.Zero ? asked : wait);
        }

        return false;
    }

    /// <summary>Gives the lease back without an attempt.</summary>
    public void PutBack(Guid lease, DateTimeOffset until)
    {
        if (Lease == lease)
        {
            (LeasedUntil, Lease, NextAttemptAt) = (null, null, until);
        }
    }

    /// <summary>Sends it once more, from the start of the schedule.</summary>
    public void Replay(DateTimeOffset now)
    {
        if (State != DeliveryState.Cancelled)
        {
            (State, Tries, NextAttemptAt, ReceiverGone) = (DeliveryState.Pending, 0, now, false);
        }
    }

    /// <summary>Removes the content; what has not left does not leave (ALL-1).</summary>
    public void Erase()
    {
        (Sealed, ReceiverGone) = (null, false);
        State = DeliveredAt is null ? DeliveryState.Cancelled : DeliveryState.Delivered;
    }
}
