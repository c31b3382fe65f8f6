using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Mapping.PersonalData;

/// <summary>The table of residents' keys.</summary>
internal sealed class ResidentKeyTable : IEntityTypeConfiguration<ResidentKey>
{
    public void Configure(EntityTypeBuilder<ResidentKey> builder) => builder.HasKey(k => k.ResidentId);
}
