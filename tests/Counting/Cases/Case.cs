namespace IntegrationPlatform.Counting.Cases;

/// <summary>What a request becomes: a row with an id of its own, so that a request done twice makes two.</summary>
internal sealed class Case
{
    public required Guid Id { get; init; }

    /// <summary>The client's number for it.</summary>
    public required int Reference { get; init; }

    /// <summary>When, in real time.</summary>
    public DateTimeOffset OpenedAt { get; init; } = TimeProvider.System.GetUtcNow();
}
