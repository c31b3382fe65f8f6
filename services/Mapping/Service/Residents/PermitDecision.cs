using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Mapping.Residents;

/// <summary>A decision of UDI on a resident's permit (MAP-1); there is one a day at most, and the newest holds.</summary>
public sealed class PermitDecision
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The day of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Granted or refused.</summary>
    public required PermitStatus Permit { get; init; }

    /// <summary>Who registered it.</summary>
    public required Attribution Registered { get; init; }
}

/// <summary>The table of decisions.</summary>
internal sealed class PermitDecisionTable : IEntityTypeConfiguration<PermitDecision>
{
    public void Configure(EntityTypeBuilder<PermitDecision> builder)
    {
        builder.HasKey(d => new { d.ResidentId, d.DecidedOn });
        builder.ComplexProperty(d => d.Registered);
    }
}
