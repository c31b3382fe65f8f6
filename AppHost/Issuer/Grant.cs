namespace IntegrationPlatform.Issuer;

/// <summary>A grant that was checked: what the access token for it says.</summary>
/// <param name="Client">The client id.</param>
/// <param name="Consumer">The organisation it stands for.</param>
/// <param name="Supplier">The client's own organisation when it acts for another.</param>
/// <param name="Scope">The scopes, separated by spaces.</param>
/// <param name="Resource">The audience it is restricted to; null for none.</param>
internal sealed record Grant(string Client, string Consumer, string? Supplier, string Scope, string? Resource);

/// <summary>Why a grant is refused (RFC 6749, 5.2).</summary>
internal sealed record Refusal(string Error, string Description)
{
    public static Refusal BadGrant(string description) => new("invalid_grant", description);
}
