using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>
/// A resident's enrolment in the full-time programme (PRO-1): what is known of the resident, and from that its state.
/// Each event only adds a fact, so that any order and any repetition of them ends in the same state.
/// </summary>
public sealed class Enrolment : SagaState
{
    /// <summary>The resident's cluster; null until the arrival is known.</summary>
    public Guid? ClusterId { get; private set; }

    /// <summary>The day of arrival.</summary>
    public DateOnly? ArrivedOn { get; private set; }

    /// <summary>True for an adult on the day of arrival: only adults are enrolled.</summary>
    public bool Adult { get; private set; }

    /// <summary>Permit status: UDI's newest decision, or what the centre registered at arrival.</summary>
    public PermitStatus? Permit { get; private set; }

    /// <summary>The day of UDI's newest decision; null while there is none.</summary>
    public DateOnly? PermitDecidedOn { get; private set; }

    /// <summary>The day the competence mapping was completed (PRO-2).</summary>
    public DateOnly? MappedOn { get; private set; }

    /// <summary>What the deadline is set for; it may be past.</summary>
    public EnrolmentWait? DueFor { get; private set; }

    /// <summary>The last day on which it is in time.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>True when that day has passed.</summary>
    public bool DuePassed { get; private set; }

    /// <summary>The token of the wait for that day.</summary>
    public Guid? DueToken { get; set; }

    /// <summary>The day the resident committed.</summary>
    public DateOnly? CommittedOn { get; private set; }

    /// <summary>The newest agreed version of the plan; 0 while there is none.</summary>
    public int AgreedVersion { get; private set; }

    /// <summary>The day the resident was settled.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>True when the resident's data was erased: nothing else is kept, and nothing is taken in again.</summary>
    public bool Erased { get; private set; }

    /// <summary>The state that follows from what is known.</summary>
    public EnrolmentPhase Phase =>
        this switch
        {
            { Erased: true } or { SettledOn: not null } => EnrolmentPhase.Ended,
            { ArrivedOn: null } => EnrolmentPhase.Expected,
            { Permit: PermitStatus.Refused } => EnrolmentPhase.Ended,
            { Adult: false } => EnrolmentPhase.Exempt,
            { AgreedVersion: > 0 } => EnrolmentPhase.PlanAgreed,
            { CommittedOn: not null } => EnrolmentPhase.Committed,
            _ => EnrolmentPhase.Enrolled,
        };

    /// <summary>What is waited for now, and from when; null when nothing is.</summary>
    public (EnrolmentWait For, DateOnly Since)? Wait =>
        Phase switch
        {
            EnrolmentPhase.Enrolled => (EnrolmentWait.Commitment, ArrivedOn!.Value),
            EnrolmentPhase.Committed => (EnrolmentWait.Plan, CommittedOn!.Value),
            _ => null,
        };

    /// <summary>True when what is waited for now did not come in time.</summary>
    public bool Overdue => DuePassed && DueFor == Wait?.For;

    /// <summary>Why nothing more is recorded in this enrolment; null when something may be.</summary>
    internal ProblemType? Refuses =>
        Phase switch
        {
            EnrolmentPhase.Exempt => Refusals.NotAnAdult,
            EnrolmentPhase.Ended => Refusals.EnrolmentEnded,
            _ => null,
        };

    /// <summary>Takes in the arrival.</summary>
    public void Take(ResidentArrived arrived)
    {
        if (Erased)
        {
            return;
        }

        ClusterId = arrived.ClusterId;
        ArrivedOn = arrived.ArrivedOn;
        Adult = arrived.AgeGroup == AgeGroup.Adult;
        Permit = PermitDecidedOn is null ? arrived.Permit : Permit;
    }

    /// <summary>Takes in UDI's decision unless a newer one is known.</summary>
    public void Take(PermitDecided decided)
    {
        var newer =
            PermitDecidedOn is null
            || (decided.DecidedOn, decided.Permit).CompareTo((PermitDecidedOn.Value, Permit!.Value)) > 0;
        if (newer && !Erased)
        {
            Permit = decided.Permit;
            PermitDecidedOn = decided.DecidedOn;
        }
    }

    /// <summary>Takes in that the mapping is completed.</summary>
    public void Take(MappingCompleted completed) => MappedOn = Erased ? null : completed.CompletedOn;

    /// <summary>Takes in the commitment.</summary>
    public void Take(CommitmentRecorded recorded) => CommittedOn = Erased ? null : recorded.CommittedOn;

    /// <summary>Takes in an agreed plan.</summary>
    public void Take(PlanAgreed agreed) => AgreedVersion = Erased ? 0 : Math.Max(AgreedVersion, agreed.Version);

    /// <summary>Takes in the settlement.</summary>
    public void Take(ResidentSettled settled) => SettledOn = Erased ? null : settled.SettledOn;

    /// <summary>Sets the deadline for what is waited for.</summary>
    public void Expect(EnrolmentWait wait, DateOnly by) => (DueFor, DueOn, DuePassed) = (wait, by, false);

    /// <summary>Takes in that the deadline has passed.</summary>
    public void Take(DeadlinePassed passed) => DuePassed |= passed.For == DueFor;

    /// <summary>Forgets everything but that it did.</summary>
    public void Erase()
    {
        (ClusterId, ArrivedOn, Adult, Permit, PermitDecidedOn) = (null, null, false, null, null);
        (MappedOn, DueFor, DueOn, DuePassed, DueToken) = (null, null, null, false, null);
        (CommittedOn, AgreedVersion, SettledOn) = (null, 0, null);
        Erased = true;
    }

    /// <summary>Maps what the saga's table has beside the usual.</summary>
    internal static void Configure(EntityTypeBuilder<Enrolment> enrolment)
    {
        enrolment.Ignore(e => e.Phase);
        enrolment.Ignore(e => e.Wait);
        enrolment.Ignore(e => e.Overdue);
        enrolment.Ignore(e => e.Refuses);
        enrolment.HasIndex(e => e.ClusterId);
    }
}
