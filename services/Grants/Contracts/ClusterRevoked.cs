namespace IntegrationPlatform.Grants.Contracts;

/// <summary>IMDi reversed the choice of a cluster: its parties may no longer act in it (GRA-4).</summary>
/// <param name="ClusterId">The cluster's id.</param>
/// <param name="Version">Higher than the version that it revokes.</param>
/// <param name="On">The day from which it holds.</param>
public sealed record ClusterRevoked(Guid ClusterId, int Version, DateOnly On);
