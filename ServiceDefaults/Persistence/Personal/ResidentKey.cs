namespace IntegrationPlatform.Persistence.Personal;

/// <summary>
/// A resident's own key, wrapped by the master key. Everything personal that the service holds on the resident is
/// encrypted with it, so that erasing the row erases all of it, in backups as well (ALL-1).
/// </summary>
public sealed class ResidentKey
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The key, wrapped.</summary>
    public required byte[] Wrapped { get; set; }
}
