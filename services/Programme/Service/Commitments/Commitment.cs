using IntegrationPlatform.Hosting.Tokens;
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

    /// <summary>Who recorded it.</summary>
    public required Attribution Recorded { get; init; }

    /// <summary>Maps the table.</summary>
    internal static void Configure(EntityTypeBuilder<Commitment> commitment)
    {
        commitment.ToTable("commitments");
        commitment.ComplexProperty(c => c.Recorded);
        commitment.HasKey(c => c.ResidentId);
        commitment.Property(c => c.ResidentId).ValueGeneratedNever();
    }
}
