using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace IntegrationPlatform.Persistence.Database;

/// <summary>Names columns, keys and indexes in snake_case, as one writes them in SQL by hand.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(
        IConventionModelBuilder modelBuilder,
        IConventionContext<IConventionModelBuilder> context
    )
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (!entity.IsMappedToJson() && entity.GetTableName() is { } table)
            {
                entity.Builder.ToTable(Snake(table));
            }

            if (!entity.IsMappedToJson())
            {
                NameColumns(entity, prefix: "");
            }

            foreach (var key in entity.GetDeclaredKeys())
            {
                key.Builder.HasName(Snake(key.GetName()));
            }

            foreach (var foreignKey in entity.GetDeclaredForeignKeys())
            {
                foreignKey.Builder.HasConstraintName(Snake(foreignKey.GetConstraintName()));
            }

            foreach (var index in entity.GetDeclaredIndexes())
            {
                index.Builder.HasDatabaseName(Snake(index.GetDatabaseName()));
            }
        }
    }

    private static void NameColumns(IConventionTypeBase type, string prefix)
    {
        foreach (var property in type.GetDeclaredProperties())
        {
            property.Builder.HasColumnName(Snake(prefix + property.GetColumnName()));
        }

        foreach (var complex in type.GetDeclaredComplexProperties().Where(c => !c.ComplexType.IsMappedToJson()))
        {
            NameColumns(complex.ComplexType, $"{prefix}{complex.Name}_");
        }
    }

    private static string? Snake(string? name) =>
        name is null
            ? null
            : string.Concat(
                name.Select(
                    (letter, i) =>
                        char.IsUpper(letter)
                            ? (i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]) ? "_" : "")
                                + char.ToLowerInvariant(letter)
                            : letter.ToString()
                )
            );
}
