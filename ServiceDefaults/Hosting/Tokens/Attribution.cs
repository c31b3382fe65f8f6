namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>Who did something, and when (ALL-2).</summary>
/// <param name="Organisation">Organisation number; null when the platform itself acted on a message.</param>
/// <param name="Client">The client id at the issuer, or the part of the platform that acted.</param>
/// <param name="Supplier">Organisation number of the supplier when the access was delegated.</param>
/// <param name="At">When, by the platform's clock.</param>
public sealed record Attribution(string? Organisation, string Client, string? Supplier, DateTimeOffset At);

/// <summary>Attributes acts to callers.</summary>
public static class AttributionExtensions
{
    /// <summary>The caller acts now.</summary>
    public static Attribution Acts(this Caller caller, TimeProvider clock) =>
        new(caller.Organisation, caller.Client, caller.Supplier, clock.GetUtcNow());
}
