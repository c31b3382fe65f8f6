namespace IntegrationPlatform.Guidance.Queue;

/// <summary>The service to itself: a case left its place, or the queue, at a cluster's career centre (GUI-2).</summary>
/// <param name="ClusterId">The cluster.</param>
public sealed record PlaceLeft(Guid ClusterId);
