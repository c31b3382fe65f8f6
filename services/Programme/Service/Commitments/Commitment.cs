using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Programme.Commitments;

/// <summary>A resident's commitment to take part in the full-time programme (PRO-1, S3).</summary>
public sealed class Commitment
{
    /// <summary>The resident; one commits once.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The day of the commitment.</summary>
    public required DateOnly CommittedOn { get; init; }

    /// <summary>Organisation number of who recorded it (ALL-2).</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Maps the table.</summary>
    internal static void Configure(EntityTypeBuilder<Commitment> commitment)
    {
        commitment.ToTable("commitments");
        commitment.HasKey(c => c.ResidentId);
        commitment.Property(c => c.ResidentId).ValueGeneratedNever();
    }
}
