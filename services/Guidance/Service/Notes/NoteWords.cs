using IntegrationPlatform.Persistence.Personal;

namespace IntegrationPlatform.Guidance.Notes;

/// <summary>What a counsellor's note says; it is stored sealed.</summary>
/// <param name="Text">The note.</param>
/// <param name="Goals">The resident's career goals.</param>
public sealed record NoteWords(string Text, IReadOnlyList<string> Goals)
{
    /// <summary>Seals them for a version.</summary>
    public byte[] Seal(Vault vault, ResidentKey key, int version) => vault.Seal(key, $"note {version}", this);
}
