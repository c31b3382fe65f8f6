using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Persistence.Policy;

/// <summary>Names one figure of a rule, whatever its value on a date.</summary>
/// <param name="Rule">The rule's number, such as <c>PRO-1</c>.</param>
/// <param name="Name">What the figure is, such as <c>hours-per-week</c>.</param>
public sealed record PolicyKey(string Rule, string Name)
{
    /// <summary>A value of this figure as a service ships it.</summary>
    public PolicyValue From(int year, int month, int day, decimal value, string unit, string source) =>
        new()
        {
            Rule = Rule,
            Name = Name,
            HoldsFrom = new DateOnly(year, month, day),
            Value = value,
            Unit = unit,
            Source = source,
        };
}

/// <summary>Reads policy.</summary>
public static class PolicyInForce
{
    /// <summary>
    /// The value in force on a date: the newest that held then. Before the first stated date it is the first one
    /// stated, because a case must be judged by something that a document says.
    /// </summary>
    /// <exception cref="InvalidOperationException">The service has no value of this figure at all.</exception>
    public static async Task<decimal> PolicyAsync(
        this DbContext db,
        PolicyKey key,
        DateOnly on,
        CancellationToken cancellation = default
    )
    {
        var values = await db.Set<PolicyValue>()
            .AsNoTracking()
            .Where(p => p.Rule == key.Rule && p.Name == key.Name)
            .OrderBy(p => p.HoldsFrom)
            .ToListAsync(cancellation);
        return (values.LastOrDefault(p => p.HoldsFrom <= on) ?? values.FirstOrDefault())?.Value
            ?? throw new InvalidOperationException($"No policy for {key.Rule} {key.Name}.");
    }
}
