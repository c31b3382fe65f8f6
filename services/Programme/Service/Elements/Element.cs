using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Programme.Elements;

/// <summary>An element of the introduction programme that a resident completed before settlement (PRO-6, S3).</summary>
public sealed class Element
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The element's code; a resident completes each once.</summary>
    public required string Code { get; init; }

    /// <summary>The day it was completed.</summary>
    public required DateOnly CompletedOn { get; init; }

    /// <summary>What shows it, sealed.</summary>
    public required byte[] Evidence { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Attribution Recorded { get; init; }

    /// <summary>Seals evidence for its column.</summary>
    public static byte[] SealEvidence(Vault vault, ResidentKey key, string code, string evidence) =>
        vault.Seal(key, $"element {code}", evidence);

    /// <summary>Opens the evidence.</summary>
    public string OpenEvidence(Vault vault, ResidentKey key) => vault.Open<string>(key, $"element {Code}", Evidence);

    /// <summary>Maps the table.</summary>
    internal static void Configure(EntityTypeBuilder<Element> element)
    {
        element.ToTable("elements");
        element.ComplexProperty(e => e.Recorded);
        element.HasKey(e => new { e.ResidentId, e.Code });
    }
}
