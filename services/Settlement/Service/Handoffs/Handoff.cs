using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Handoffs;

/// <summary>One accepted resident on the way from a centre to the settlement municipality (SET-4, SET-6, SET-7).</summary>
public sealed class Handoff
{
    /// <summary>The handoff's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The resident; one handoff each.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The household.</summary>
    public required Guid HouseholdId { get; init; }

    /// <summary>The request that was accepted.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The cluster that the resident comes from.</summary>
    public required Guid ClusterId { get; init; }

    /// <summary>The number of the settlement municipality.</summary>
    public required string Municipality { get; init; }

    /// <summary>Organisation number of the settlement municipality.</summary>
    public required string Organisation { get; init; }

    /// <summary>The resident's age group; only adults start the introduction programme.</summary>
    public required AgeGroup AgeGroup { get; init; }

    /// <summary>The day the municipality accepted.</summary>
    public required DateOnly AcceptedOn { get; init; }

    /// <summary>What the transfer carries; null until it is composed.</summary>
    public TransferContent? Content { get; private set; }

    /// <summary>The sequence of the newest event about the resident; 0 when there is none.</summary>
    public int LastSequence { get; private set; }

    /// <summary>True when the resident's data was erased: nothing more is sent.</summary>
    public bool Erased { get; private set; }

    /// <summary>The day of IMDinett's receipt.</summary>
    public DateOnly? TransferredOn { get; private set; }

    /// <summary>The day of the transfer conversation.</summary>
    public DateOnly? ConversationHeldOn { get; private set; }

    /// <summary>What came out of the conversation, sealed (ALL-1).</summary>
    public string? ConversationOutcome { get; private set; }

    /// <summary>The day the resident moved to the municipality.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>The first day on which a programme start is in time (SET-7).</summary>
    public DateOnly? WindowOpensOn { get; private set; }

    /// <summary>The last day on which a programme start is in time (SET-7).</summary>
    public DateOnly? WindowClosesOn { get; private set; }

    /// <summary>The first day of the introduction programme.</summary>
    public DateOnly? ProgrammeStartedOn { get; private set; }

    /// <summary>Early, in time or late.</summary>
    public ProgrammeStart? Start { get; private set; }

    /// <summary>True while the window has closed and the programme has not started.</summary>
    public bool LateNotStarted { get; private set; }

    /// <summary>True when the introduction programme is for this resident.</summary>
    public bool IsAdult => AgeGroup == AgeGroup.Adult;

    /// <summary>The state by SET-8.</summary>
    public SettlementState State =>
        this switch
        {
            { ProgrammeStartedOn: not null } => SettlementState.ProgrammeStarted,
            { SettledOn: not null } => SettlementState.Settled,
            { ConversationHeldOn: not null } => SettlementState.ConversationHeld,
            { TransferredOn: not null } => SettlementState.Transferred,
            { Content: not null } => SettlementState.Transferring,
            _ => SettlementState.Accepted,
        };

    /// <summary>The next event about the resident; its sequence is taken.</summary>
    public CloudEvent NextEvent(string type, object data, DateTimeOffset time) =>
        CloudEvent.Of(Id, ResidentId, ++LastSequence, type, data, time);

    /// <summary>The transfer event is composed and on its way.</summary>
    public void Transferring(TransferContent content) => Content ??= content;

    /// <summary>IMDinett acknowledged the transfer.</summary>
    public void Transferred(DateOnly on) => TransferredOn ??= on;

    /// <summary>The transfer conversation was held (SET-6).</summary>
    public void HoldConversation(DateOnly on, string? outcome) =>
        (ConversationHeldOn, ConversationOutcome) = (on, outcome);

    /// <summary>The resident moved (SET-7).</summary>
    /// <param name="on">The day.</param>
    /// <param name="opensAfterDays">Days from settlement to the first day in time.</param>
    /// <param name="closesAfterDays">Days from settlement to the last day in time.</param>
    public void Settle(DateOnly on, int opensAfterDays, int closesAfterDays)
    {
        SettledOn = on;
        if (IsAdult)
        {
            (WindowOpensOn, WindowClosesOn) = (on.AddDays(opensAfterDays), on.AddDays(closesAfterDays));
        }
    }

    /// <summary>The introduction programme started (SET-7).</summary>
    public ProgrammeStart StartProgramme(DateOnly on)
    {
        var start =
            on < WindowOpensOn ? ProgrammeStart.Early
            : on > WindowClosesOn ? ProgrammeStart.Late
            : ProgrammeStart.InTime;
        (ProgrammeStartedOn, Start, LateNotStarted) = (on, start, false);
        return start;
    }

    /// <summary>The window closed without a start.</summary>
    public void WindowClosed() => LateNotStarted = ProgrammeStartedOn is null;

    /// <summary>Removes what was written about the resident (ALL-1).</summary>
    public void Erase() => (Erased, ConversationOutcome) = (true, null);
}

/// <summary>Which sections a transfer carries; the conversation's agenda is built from it (SET-6).</summary>
/// <param name="Competence">Identity and competence.</param>
/// <param name="Note">The counsellor's note.</param>
/// <param name="Programme">Plan and completed elements.</param>
public sealed record TransferContent(bool Competence, bool Note, bool Programme);
