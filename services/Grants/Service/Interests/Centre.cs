namespace IntegrationPlatform.Grants.Interests;

/// <summary>The centre that a municipality offers (S1).</summary>
public sealed record Centre
{
    /// <summary>Organisation number of the operator.</summary>
    public required string Organisation { get; init; }

    /// <summary>The centre's name.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of operator runs it.</summary>
    public required OperatorKind Operator { get; init; }

    /// <summary>True when all of the centre becomes an integration centre, false for a department of it.</summary>
    public required bool WholeCentre { get; init; }

    /// <summary>Integration places, in persons.</summary>
    public required int Places { get; init; }

    /// <summary>Residents that the cluster expects, children included.</summary>
    public required int Residents { get; init; }
}
