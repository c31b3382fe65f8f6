namespace IntegrationPlatform.Guidance.Queue;

/// <summary>The service to itself: this case may be next for a free place (GUI-2); it looks for itself whether it is.</summary>
/// <param name="ResidentId">The resident.</param>
public sealed record PlaceOffered(Guid ResidentId);
