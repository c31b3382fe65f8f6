namespace IntegrationPlatform.Client;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Next">The cursor of the next part; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
