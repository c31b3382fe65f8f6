namespace IntegrationPlatform.Grants.Rounds;

/// <summary>A municipality's invitation to a round (GRA-1).</summary>
public sealed class Invitation
{
    /// <summary>The round.</summary>
    public Guid RoundId { get; init; }

    /// <summary>The municipality's number.</summary>
    public required string Municipality { get; init; }

    /// <summary>The municipality's organisation number: only it may answer.</summary>
    public required string Organisation { get; init; }
}
