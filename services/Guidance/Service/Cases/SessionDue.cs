namespace IntegrationPlatform.Guidance.Cases;

/// <summary>The service to itself, later: the deadline for a first session has passed (GUI-3).</summary>
/// <param name="ResidentId">The resident.</param>
public sealed record SessionDue(Guid ResidentId);
