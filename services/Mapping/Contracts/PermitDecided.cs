namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>UDI decided a resident's permit (MAP-1).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="Permit">The outcome: granted or refused.</param>
/// <param name="DecidedOn">The day of the decision; the newest decision holds.</param>
public sealed record PermitDecided(Guid ResidentId, PermitStatus Permit, DateOnly DecidedOn);
