namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>The service to itself, later: the deadline for a commitment has passed (PRO-1).</summary>
/// <param name="ResidentId">The resident.</param>
public sealed record CommitmentDue(Guid ResidentId);
