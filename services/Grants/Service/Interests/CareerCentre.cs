namespace IntegrationPlatform.Grants.Interests;

/// <summary>The career centre as the expression of interest describes it (GRA-2, S0).</summary>
public sealed record CareerCentre
{
    /// <summary>Organisation number.</summary>
    public required string Organisation { get; init; }

    /// <summary>(a) When and how it was established.</summary>
    public required string Establishment { get; init; }

    /// <summary>(a) Where it is.</summary>
    public required string Location { get; init; }

    /// <summary>(a) Who works there.</summary>
    public required string Staffing { get; init; }

    /// <summary>(a) What they are trained in.</summary>
    public required string Competence { get; init; }

    /// <summary>(a) What it offers.</summary>
    public required string Offers { get; init; }

    /// <summary>(b) Its experience with newly arrived immigrants.</summary>
    public required string Experience { get; init; }

    /// <summary>(c) How many residents it can guide at the same time.</summary>
    public required int Capacity { get; init; }
}
