namespace IntegrationPlatform.Persistence.Personal;

/// <summary>The configuration's section <c>Identity</c>.</summary>
public sealed class IdentitySettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Identity";

    /// <summary>The length of a master key, in bytes.</summary>
    public const int KeyLength = 32;

    /// <summary>The master key that wraps new residents' keys: 32 bytes in base64.</summary>
    public string? MasterKey { get; set; }

    /// <summary>Master keys from before a rotation, which still unwrap what they wrapped.</summary>
    public IList<string> FormerMasterKeys { get; } = [];

    /// <summary>True when all keys have the right form.</summary>
    public bool Hold() => IsKey(MasterKey) && FormerMasterKeys.All(IsKey);

    private static bool IsKey(string? base64)
    {
        var bytes = new byte[KeyLength + 1];
        return base64 is not null && Convert.TryFromBase64String(base64, bytes, out var length) && length == KeyLength;
    }
}
