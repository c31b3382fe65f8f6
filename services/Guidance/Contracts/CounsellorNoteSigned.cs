namespace IntegrationPlatform.Guidance.Contracts;

/// <summary>A version of the counsellor's note was signed (GUI-3). Carries no text (ALL-1).</summary>
/// <param name="CaseId">The guidance case.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="Version">The signed version; the highest holds. Drafts that were never signed leave gaps.</param>
/// <param name="SignedOn">The day it was signed.</param>
public sealed record CounsellorNoteSigned(Guid CaseId, Guid ResidentId, Guid ClusterId, int Version, DateOnly SignedOn);
