namespace IntegrationPlatform.Guidance.Cases;

/// <summary>The service to itself: a session was recorded (GUI-3).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="HeldOn">The day it was held.</param>
public sealed record SessionHeld(Guid ResidentId, DateOnly HeldOn);
