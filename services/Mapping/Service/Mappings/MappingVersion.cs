using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Mapping.Mappings;

/// <summary>A frozen version of a resident's mapping (MAP-5). Rows are only ever added.</summary>
public sealed class MappingVersion
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>1 for the first submission; each correction is one more.</summary>
    public required int Version { get; init; }

    /// <summary>The day it was submitted.</summary>
    public required DateOnly SubmittedOn { get; init; }

    /// <summary>Who gave the answers.</summary>
    public required AnsweredBy AnsweredBy { get; init; }

    /// <summary>The <see cref="Answers"/>, sealed with the resident's key.</summary>
    public required byte[] SealedAnswers { get; init; }

    /// <summary>Who submitted it.</summary>
    public required Attribution Submitted { get; init; }
}

/// <summary>What a version holds. Stored only sealed (ALL-1).</summary>
/// <param name="Competence">The answers.</param>
/// <param name="Reason">Why it was corrected; null for the first version.</param>
public sealed record Answers(Competence Competence, string? Reason)
{
    /// <summary>What the seal of a version is for.</summary>
    public static string Purpose(int version) => $"mapping {version}";
}

/// <summary>The table of versions.</summary>
internal sealed class MappingVersionTable : IEntityTypeConfiguration<MappingVersion>
{
    public void Configure(EntityTypeBuilder<MappingVersion> builder)
    {
        builder.HasKey(m => new { m.ResidentId, m.Version });
        builder.ComplexProperty(m => m.Submitted);
    }
}
