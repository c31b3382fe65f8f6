using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Settlement.Contracts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Guidance.Cases;

/// <summary>
/// A resident's guidance case: what is known of the resident, and from that its state. Each event only adds a fact, so
/// that any order and any repetition of them ends in the same state.
/// </summary>
public sealed class GuidanceCase : SagaState
{
    /// <summary>The case's own id; the saga's is the resident's.</summary>
    public Guid CaseId { get; private set; } = Guid.CreateVersion7();

    /// <summary>The resident's cluster; null until arrival or mapping is known.</summary>
    public Guid? ClusterId { get; private set; }

    /// <summary>Permit status by UDI's newest decision; null while there is none.</summary>
    public PermitStatus? Permit { get; private set; }

    /// <summary>The day of that decision.</summary>
    public DateOnly? PermitDecidedOn { get; private set; }

    /// <summary>The day the mapping was completed (GUI-1).</summary>
    public DateOnly? MappedOn { get; private set; }

    /// <summary>The number drawn in the career centre's queue (GUI-2); the lowest is next.</summary>
    public int? QueueNumber { get; set; }

    /// <summary>The day it was opened.</summary>
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>What the deadline is set for; it may be past.</summary>
    public CaseWait? DueFor { get; private set; }

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>True when that day has passed.</summary>
    public bool DuePassed { get; private set; }

    /// <summary>The token of the wait for that day.</summary>
    public Guid? DueToken { get; set; }

    /// <summary>The day of the first session.</summary>
    public DateOnly? FirstSessionOn { get; private set; }

    /// <summary>The newest signed version of the note; 0 while there is none.</summary>
    public int SignedVersion { get; private set; }

    /// <summary>The day the resident was settled.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>True when the resident's data was erased: nothing else is kept, and nothing is taken in again.</summary>
    public bool Erased { get; private set; }

    /// <summary>The state that follows from what is known.</summary>
    public CasePhase Phase =>
        this switch
        {
            { Erased: true } or { SettledOn: not null } or { Permit: PermitStatus.Refused } => CasePhase.Closed,
            { ClusterId: null } => CasePhase.Expected,
            { SignedVersion: > 0 } => CasePhase.Guided,
            { OpenedOn: not null } => CasePhase.Open,
            { MappedOn: not null } => CasePhase.Queued,
            _ => CasePhase.AwaitingMapping,
        };

    /// <summary>
    /// What is waited for now, and from when; null when nothing is. The wait for the mapping is Mapping's (MAP-2).
    /// </summary>
    public (CaseWait For, DateOnly Since)? Wait =>
        Phase switch
        {
            CasePhase.Queued => (CaseWait.Place, MappedOn!.Value),
            CasePhase.Open => (FirstSessionOn is null ? CaseWait.Session : CaseWait.Note, OpenedOn!.Value),
            _ => null,
        };

    /// <summary>True when what is waited for now did not come in time.</summary>
    public bool Overdue => DuePassed && DueFor == Wait?.For;

    /// <summary>Why nothing is recorded in this case; null when something may be.</summary>
    internal ProblemType? Refuses =>
        Phase switch
        {
            CasePhase.Expected or CasePhase.AwaitingMapping => Refusals.GuidanceBeforeMapping, // GUI-1
            CasePhase.Queued => Refusals.GuidanceInQueue, // GUI-2
            CasePhase.Closed => Refusals.GuidanceClosed,
            _ => null,
        };

    /// <summary>Takes in the arrival.</summary>
    public void Take(ResidentArrived arrived) => ClusterId = Erased ? null : arrived.ClusterId;

    /// <summary>Takes in UDI's decision unless a newer one is known. Who is refused gives up the place.</summary>
    public void Take(PermitDecided decided)
    {
        var newer =
            PermitDecidedOn is null
            || (decided.DecidedOn, decided.Permit).CompareTo((PermitDecidedOn.Value, Permit!.Value)) > 0;
        if (!newer || Erased)
        {
            return;
        }

        (Permit, PermitDecidedOn) = (decided.Permit, decided.DecidedOn);
        if (decided.Permit == PermitStatus.Refused)
        {
            LeavePlace();
        }
    }

    /// <summary>Takes in that the mapping is completed.</summary>
    public void Take(MappingCompleted completed)
    {
        ClusterId = Erased ? null : completed.ClusterId;
        MappedOn = Erased ? null : completed.CompletedOn;
    }

    /// <summary>Takes the place that is free.</summary>
    public void Open(DateOnly on) => OpenedOn = on;

    /// <summary>Takes in a session; the first one counts.</summary>
    public void Take(SessionHeld held)
    {
        if (!Erased && !(FirstSessionOn <= held.HeldOn))
        {
            FirstSessionOn = held.HeldOn;
        }
    }

    /// <summary>Takes in a signed note.</summary>
    public void Take(CounsellorNoteSigned signed) =>
        SignedVersion = Erased ? 0 : Math.Max(SignedVersion, signed.Version);

    /// <summary>Takes in the settlement.</summary>
    public void Take(ResidentSettled settled) => SettledOn = Erased ? null : settled.SettledOn;

    /// <summary>Sets the deadline for what is waited for.</summary>
    public void Expect(CaseWait wait, DateOnly by) => (DueFor, DueOn, DuePassed) = (wait, by, false);

    /// <summary>Takes in that the deadline has passed.</summary>
    public void Take(DeadlinePassed passed) => DuePassed |= passed.For == DueFor;

    /// <summary>Forgets everything but that it did.</summary>
    public void Erase()
    {
        LeavePlace();
        (ClusterId, Permit, PermitDecidedOn, MappedOn) = (null, null, null, null);
        (FirstSessionOn, SignedVersion, SettledOn) = (null, 0, null);
        Erased = true;
    }

    /// <summary>Maps what the saga's table has beside the usual.</summary>
    internal static void Configure(EntityTypeBuilder<GuidanceCase> guidanceCase)
    {
        guidanceCase.Ignore(c => c.Phase);
        guidanceCase.Ignore(c => c.Wait);
        guidanceCase.Ignore(c => c.Overdue);
        guidanceCase.Ignore(c => c.Refuses);
        guidanceCase.HasIndex(c => new { c.ClusterId, c.QueueNumber });
    }

    private void LeavePlace()
    {
        (QueueNumber, OpenedOn) = (null, null);
        (DueFor, DueOn, DuePassed, DueToken) = (null, null, false, null);
    }
}
