namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>A resident's data was erased: every service removes what it holds on the person (ALL-1).</summary>
/// <param name="ResidentId">The resident.</param>
public sealed record ResidentErased(Guid ResidentId);
