namespace IntegrationPlatform.Counting.Counts;

/// <summary>A count that was entered; one that was entered twice stands here twice.</summary>
internal sealed class Entry
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required int Number { get; init; }
}
