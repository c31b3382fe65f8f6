namespace IntegrationPlatform.Chaos.Reckoning;

/// <summary>Effects that should be there, and that are.</summary>
/// <param name="Expected">What was asked for.</param>
/// <param name="Found">Of that, what happened.</param>
/// <param name="Duplicates">What happened once more than it should.</param>
public sealed record Effects(int Expected, int Found, int Duplicates)
{
    /// <summary>What did not happen.</summary>
    public int Missing => Expected - Found;

    /// <summary>Both together.</summary>
    public static Effects operator +(Effects one, Effects other) =>
        new(one.Expected + other.Expected, one.Found + other.Found, one.Duplicates + other.Duplicates);
}
