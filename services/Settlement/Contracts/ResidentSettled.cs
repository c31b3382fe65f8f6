namespace IntegrationPlatform.Settlement.Contracts;

/// <summary>A resident moved to the settlement municipality and left the centre (SET-7).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The cluster that the resident left.</param>
/// <param name="Municipality">The number of the settlement municipality.</param>
/// <param name="SettledOn">The day of settlement.</param>
public sealed record ResidentSettled(Guid ResidentId, Guid ClusterId, string Municipality, DateOnly SettledOn);
