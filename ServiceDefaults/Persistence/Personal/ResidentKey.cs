namespace IntegrationPlatform.Persistence.Personal;

/// <summary>
/// The key of one resident's personal data, wrapped by a master key. Deleting the row makes everything sealed with it
/// unreadable for ever: that is erasure (ALL-1).
/// </summary>
public sealed class ResidentKey
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The id of the master key that wrapped it.</summary>
    public required string MasterKeyId { get; set; }

    /// <summary>The wrapped key.</summary>
    public required byte[] Wrapped { get; set; }
}
