namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>The deadline for the mapping passed without a submission (MAP-2).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="DueOn">The last day on which it would have been in time.</param>
public sealed record MappingOverdue(Guid ResidentId, Guid ClusterId, DateOnly DueOn);
