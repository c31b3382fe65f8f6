using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Mapping.Languages;

/// <summary>The table of the form's languages.</summary>
internal sealed class LanguageTable : IEntityTypeConfiguration<Language>
{
    public void Configure(EntityTypeBuilder<Language> builder)
    {
        builder.HasKey(l => l.Code);
        builder.HasData(Language.Shipped);
    }
}
