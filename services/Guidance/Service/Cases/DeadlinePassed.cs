namespace IntegrationPlatform.Guidance.Cases;

/// <summary>The service to itself, later: a deadline of a case has passed.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="For">What was waited for.</param>
public sealed record DeadlinePassed(Guid ResidentId, CaseWait For);
