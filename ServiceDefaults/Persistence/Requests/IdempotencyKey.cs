namespace IntegrationPlatform.Persistence.Requests;

/// <summary>The answer once given to a request that carried an <c>Idempotency-Key</c>.</summary>
public sealed class IdempotencyKey
{
    /// <summary>Organisation number of the caller: keys of two organisations never meet.</summary>
    public required string Organisation { get; init; }

    /// <summary>The header's value.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 over method, path and body.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>When it was first seen; rows older than a day may go.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The answer's status code.</summary>
    public int Status { get; set; }

    /// <summary>The answer's content type.</summary>
    public string? ContentType { get; set; }

    /// <summary>The answer's <c>Location</c>.</summary>
    public string? Location { get; set; }

    /// <summary>The answer's body.</summary>
    public byte[] Body { get; set; } = [];
}
