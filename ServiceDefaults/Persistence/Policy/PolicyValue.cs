namespace IntegrationPlatform.Persistence.Policy;

/// <summary>
/// One figure or deadline of a rule, from a day on. The documents disagree and later ones will come, so policy is data:
/// a case is judged by the value in force on its own date.
/// </summary>
public sealed class PolicyValue
{
    /// <summary>The rule's number, such as <c>PRO-1</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What the figure is, such as <c>hours-per-week</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The first day on which it holds.</summary>
    public required DateOnly HoldsFrom { get; init; }

    /// <summary>The value, in <see cref="Unit"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit, such as <c>hours</c> or <c>days</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The document that states it, such as <c>S3</c>; <c>P</c> for public practice.</summary>
    public required string Source { get; init; }
}
