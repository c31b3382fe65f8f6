namespace IntegrationPlatform.Guidance.Contracts;

/// <summary>A guidance case was opened at the cluster's career centre (GUI-1, GUI-2).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="OpenedOn">The day it left the queue and was opened.</param>
public sealed record GuidanceCaseOpened(Guid CaseId, Guid ResidentId, Guid ClusterId, DateOnly OpenedOn);
