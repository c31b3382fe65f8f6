using IntegrationPlatform.Settlement.Contracts;

namespace IntegrationPlatform.Settlement.Notices;

/// <summary>A municipality was asked.</summary>
/// <param name="RequestId">The request; its subject.</param>
/// <param name="Municipality">The number of the municipality asked.</param>
/// <param name="AnswerBy">The last day on which it can answer.</param>
public sealed record RequestedData(Guid RequestId, string Municipality, DateOnly AnswerBy);

/// <summary>A request ended.</summary>
/// <param name="RequestId">The request; its subject.</param>
/// <param name="Municipality">The number of the municipality asked.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="EndedOn">The day.</param>
public sealed record RequestEndedData(Guid RequestId, string Municipality, RequestOutcome Outcome, DateOnly EndedOn);

/// <summary>A resident's transfer arrived in IMDinett.</summary>
/// <param name="ResidentId">The resident; its subject.</param>
/// <param name="RequestId">The request that was accepted.</param>
/// <param name="Municipality">The number of the settlement municipality.</param>
/// <param name="TransferredOn">The day.</param>
public sealed record TransferredData(Guid ResidentId, Guid RequestId, string Municipality, DateOnly TransferredOn);

/// <summary>A resident moved.</summary>
/// <param name="ResidentId">The resident; its subject.</param>
/// <param name="RequestId">The request that was accepted.</param>
/// <param name="Municipality">The number of the settlement municipality.</param>
/// <param name="SettledOn">The day.</param>
public sealed record SettledData(Guid ResidentId, Guid RequestId, string Municipality, DateOnly SettledOn);

/// <summary>A resident's introduction programme started.</summary>
/// <param name="ResidentId">The resident; its subject.</param>
/// <param name="RequestId">The request that was accepted.</param>
/// <param name="Municipality">The number of the settlement municipality.</param>
/// <param name="StartedOn">The first day.</param>
/// <param name="Start">Early, in time or late.</param>
public sealed record ProgrammeStartedData(
    Guid ResidentId,
    Guid RequestId,
    string Municipality,
    DateOnly StartedOn,
    ProgrammeStart Start
);
