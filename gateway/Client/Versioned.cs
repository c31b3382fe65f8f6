namespace IntegrationPlatform.Client;

/// <summary>Something that was read, and the ETag that a change of it has to name in <c>If-Match</c>.</summary>
/// <param name="Value">What was read.</param>
/// <param name="ETag">Its ETag.</param>
public sealed record Versioned<T>(T Value, string ETag);
