namespace IntegrationPlatform.Guidance.Contracts;

/// <summary>Command from a settlement handoff: send the newest signed counsellor's note of this resident (SET-4).</summary>
/// <param name="HandoffId">The handoff that collects; the answer carries it back.</param>
/// <param name="ResidentId">The resident.</param>
public sealed record CollectNote(Guid HandoffId, Guid ResidentId);

/// <summary>The answer to <see cref="CollectNote"/>, always given, also when there is nothing to send.</summary>
/// <param name="HandoffId">The handoff that asked.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="Sealed">
/// The section as JSON, sealed so that only the settlement handoff opens it (ALL-1); null when there is none.
/// </param>
public sealed record NoteCollected(Guid HandoffId, Guid ResidentId, string? Sealed);
