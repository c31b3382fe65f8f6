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

    /// <summary>What shows it, encrypted.</summary>
    public required byte[] Evidence { get; init; }

    /// <summary>Organisation number of who recorded it (ALL-2).</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Maps the table.</summary>
    internal static void Configure(EntityTypeBuilder<Element> element)
    {
        element.ToTable("elements");
        element.HasKey(e => new { e.ResidentId, e.Code });
    }
}
