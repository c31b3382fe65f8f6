using IntegrationPlatform.Hosting.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Mapping.Deadline;

/// <summary>An exception that moved a deadline (MAP-2). Rows are only ever added.</summary>
public sealed class DeadlineException
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The revision of the deadline that it made.</summary>
    public required int Revision { get; init; }

    /// <summary>The last day on which the mapping is now in time.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The reason, sealed with the resident's key: it may say something about the person.</summary>
    public required byte[] SealedReason { get; init; }

    /// <summary>Who made it.</summary>
    public required Attribution Made { get; init; }

    /// <summary>What the seal of a revision's reason is for.</summary>
    public static string Purpose(int revision) => $"deadline exception {revision}";
}

/// <summary>The table of exceptions.</summary>
internal sealed class DeadlineExceptionTable : IEntityTypeConfiguration<DeadlineException>
{
    public void Configure(EntityTypeBuilder<DeadlineException> builder)
    {
        builder.ToTable("deadline_exceptions");
        builder.HasKey(e => new { e.ResidentId, e.Revision });
        builder.ComplexProperty(e => e.Made);
    }
}
