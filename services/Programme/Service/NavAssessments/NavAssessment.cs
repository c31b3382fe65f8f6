using IntegrationPlatform.Hosting.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Programme.NavAssessments;

/// <summary>NAV's own assessment of whether a resident needs its services (PRO-5, S1); the newest holds.</summary>
public sealed class NavAssessment
{
    /// <summary>The assessment's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The day of the assessment.</summary>
    public required DateOnly AssessedOn { get; init; }

    /// <summary>True when NAV found a need.</summary>
    public required bool NeedsServices { get; init; }

    /// <summary>Who recorded it.</summary>
    public required Attribution Recorded { get; init; }

    /// <summary>Maps the table.</summary>
    internal static void Configure(EntityTypeBuilder<NavAssessment> assessment)
    {
        assessment.ToTable("nav_assessments");
        assessment.ComplexProperty(a => a.Recorded);
        assessment.Property(a => a.Id).ValueGeneratedNever();
        assessment.HasIndex(a => new { a.ResidentId, a.AssessedOn });
    }
}
