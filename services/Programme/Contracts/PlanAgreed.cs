namespace IntegrationPlatform.Programme.Contracts;

/// <summary>Resident and host municipality agreed a version of the individual plan (PRO-3).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="Version">The agreed version; the highest holds. Drafts that were never agreed leave gaps.</param>
/// <param name="HoursPerWeek">Hours a week that the plan fills (PRO-1).</param>
/// <param name="AgreedOn">The day both had agreed.</param>
public sealed record PlanAgreed(Guid ResidentId, Guid ClusterId, int Version, decimal HoursPerWeek, DateOnly AgreedOn);
