namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>A resident submitted the first version of the competence mapping (MAP-5): guidance may begin (GUI-1).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="CompletedOn">The day it was submitted.</param>
/// <param name="InTime">True when it was submitted within the deadline in force (MAP-2).</param>
public sealed record MappingCompleted(Guid ResidentId, Guid ClusterId, DateOnly CompletedOn, bool InTime);
