namespace IntegrationPlatform.Persistence.Audit;

/// <summary>
/// A link of the audit's chain: it covers the entries of a range of transactions, all of them over when it was made, and
/// carries the hash of the link before. Changing, adding or removing an entry under a seal breaks it and all later ones.
/// </summary>
public sealed class AuditSeal
{
    /// <summary>1 for the first.</summary>
    public required long Number { get; init; }

    /// <summary>The end of the range, exclusive; it begins where the seal before ends.</summary>
    public required long Until { get; init; }

    /// <summary>How many entries it covers.</summary>
    public required int Entries { get; init; }

    /// <summary>When it was made, in real time.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>The id of the key that made it.</summary>
    public required string KeyId { get; init; }

    /// <summary>HMAC-SHA256 over the seal before, this one's range and its entries.</summary>
    public required byte[] Hash { get; init; }
}
