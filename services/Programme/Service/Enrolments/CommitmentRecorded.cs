namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>The service to itself: a commitment was recorded (PRO-1).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="CommittedOn">The day of the commitment.</param>
public sealed record CommitmentRecorded(Guid ResidentId, DateOnly CommittedOn);
