using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Mapping.Residents;

/// <summary>The table of residents.</summary>
internal sealed class ResidentTable : IEntityTypeConfiguration<Resident>
{
    /// <summary>The index that lets a DUF number hold one place at a time (MAP-1).</summary>
    public const string OnePlace = "ix_residents_duf_index";

    public void Configure(EntityTypeBuilder<Resident> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder
            .HasIndex(r => r.DufIndex)
            .IsUnique()
            .HasDatabaseName(OnePlace)
            .HasFilter("settled_on is null and erased_on is null");
        builder.HasIndex(r => r.ClusterId);
        builder.HasIndex(r => r.HouseholdId);
        builder.ComplexProperty(r => r.Registered);
        builder.ComplexProperty(r => r.Erased);
    }
}
