using IntegrationPlatform.Settlement.Contracts;

namespace IntegrationPlatform.Settlement.Recommendations;

/// <summary>Where a centre recommends that a household settles (SET-1); never changed, the newest holds.</summary>
public sealed class Recommendation
{
    /// <summary>The recommendation's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The household.</summary>
    public required Guid HouseholdId { get; init; }

    /// <summary>The number of the named municipality.</summary>
    public required string Municipality { get; init; }

    /// <summary>The type of municipality.</summary>
    public required MunicipalityType Type { get; init; }

    /// <summary>Why.</summary>
    public required Grounds Grounds { get; init; }

    /// <summary>The day, by whose policy it was judged.</summary>
    public required DateOnly RecommendedOn { get; init; }

    /// <summary>Organisation number of the centre (ALL-2).</summary>
    public required string RecommendedBy { get; init; }
}
