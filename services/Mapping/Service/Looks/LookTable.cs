using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Mapping.Looks;

/// <summary>The table of looks.</summary>
internal sealed class LookTable : IEntityTypeConfiguration<Look>
{
    public void Configure(EntityTypeBuilder<Look> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => new { l.ResidentId, l.Id });
        builder.ComplexProperty(l => l.By);
    }
}
