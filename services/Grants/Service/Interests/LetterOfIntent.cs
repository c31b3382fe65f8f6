namespace IntegrationPlatform.Grants.Interests;

/// <summary>The letter of intent of the three parties (GRA-1, S1).</summary>
public sealed record LetterOfIntent
{
    /// <summary>Who signed it.</summary>
    public List<Signature> Signatures { get; init; } = [];
}

/// <summary>One party's signature.</summary>
public sealed record Signature
{
    /// <summary>Organisation number of the party.</summary>
    public required string Organisation { get; init; }

    /// <summary>The day it signed.</summary>
    public required DateOnly SignedOn { get; init; }
}
