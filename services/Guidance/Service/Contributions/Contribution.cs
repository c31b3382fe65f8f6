using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Guidance.Contributions;

/// <summary>Work-oriented guidance that a NAV office added to a case (GUI-4, S1).</summary>
public sealed class Contribution
{
    /// <summary>The contribution's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The day the guidance was given.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>What it was, sealed.</summary>
    public byte[] SealedText { get; private set; } = [];

    /// <summary>Who recorded it.</summary>
    public required Attribution Recorded { get; init; }

    /// <summary>Seals the text.</summary>
    public void SetText(Vault vault, ResidentKey key, string text) =>
        SealedText = vault.Seal(key, $"contribution {Id}", text);

    /// <summary>Opens the text.</summary>
    public string Text(Vault vault, ResidentKey key) => vault.Open<string>(key, $"contribution {Id}", SealedText);

    /// <summary>Maps the table.</summary>
    internal static void Configure(EntityTypeBuilder<Contribution> contribution)
    {
        contribution.ToTable("contributions");
        contribution.Property(c => c.Id).ValueGeneratedNever();
        contribution.ComplexProperty(c => c.Recorded);
        contribution.HasIndex(c => new { c.ResidentId, c.GivenOn });
    }
}
