namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>A reminder: the deadline for the mapping is near and nothing was submitted yet (MAP-2).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="DueOn">The last day on which a submission is in time.</param>
public sealed record MappingDueSoon(Guid ResidentId, Guid ClusterId, DateOnly DueOn);
