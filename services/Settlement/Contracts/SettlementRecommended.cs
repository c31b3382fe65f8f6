namespace IntegrationPlatform.Settlement.Contracts;

/// <summary>The kind of municipality that suits a household's needs (SET-1, S3); the codes are ours (P).</summary>
public enum MunicipalityType
{
    /// <summary>The municipality that hosts the centre.</summary>
    Host,

    /// <summary>A neighbour of it, within reach of the same offers.</summary>
    Neighbouring,

    /// <summary>A town or city region with a broad labour market.</summary>
    City,

    /// <summary>A place with suitable upper-secondary or higher education.</summary>
    Education,

    /// <summary>A place with specialised health or other services.</summary>
    Services,

    /// <summary>A small municipality with close follow-up.</summary>
    Rural,
}

/// <summary>
/// A centre recommended where a household should settle (SET-1): a type and a named municipality, handed on to UDI's
/// electronic solution by this event (S4). The newest recommendation holds.
/// </summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="ClusterId">The household's cluster.</param>
/// <param name="Municipality">The number of the recommended municipality.</param>
/// <param name="Type">The recommended type.</param>
/// <param name="RecommendedOn">The day of the recommendation, by whose policy it was judged (SET-2).</param>
public sealed record SettlementRecommended(
    Guid RecommendationId,
    Guid HouseholdId,
    Guid ClusterId,
    string Municipality,
    MunicipalityType Type,
    DateOnly RecommendedOn
);
