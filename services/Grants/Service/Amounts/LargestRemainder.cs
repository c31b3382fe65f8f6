namespace IntegrationPlatform.Grants.Amounts;

/// <summary>
/// Splits an amount by weight so that the parts add up to it to the last øre (GRA-9): each part is rounded down, and
/// the øre left over go one by one to the largest remainders. Equal remainders are served in the order of their keys,
/// so the same weights give the same parts in whatever order they come.
/// </summary>
public static class LargestRemainder
{
    /// <summary>Splits the amount.</summary>
    /// <param name="amount">What to split; zero or more.</param>
    /// <param name="weights">The weights; none negative, and not all of them zero.</param>
    /// <returns>A part for each key, in the order of the keys.</returns>
    public static IReadOnlyList<Share> Split(Money amount, IReadOnlyCollection<Weight> weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, Money.Zero);
        var total = weights.Aggregate((Int128)0, (sum, weight) => sum + weight.Value);
        if (total == 0 || weights.Any(weight => weight.Value < 0))
        {
            throw new ArgumentOutOfRangeException(nameof(weights), "None is negative, and not all of them are zero.");
        }

        var shares = weights
            .OrderBy(weight => weight.Key, StringComparer.Ordinal)
            .Select(weight => new Quota(weight.Key, Int128.DivRem((Int128)amount.Ore * weight.Value, total)))
            .ToList();
        var leftOver = (int)(amount.Ore - shares.Aggregate((Int128)0, (sum, share) => sum + share.Exact.Quotient));
        // OrderByDescending is stable: equal remainders stay in the order of their keys.
        var oneMore = shares.OrderByDescending(share => share.Exact.Remainder).Take(leftOver).ToHashSet();
        return
        [
            .. shares.Select(share => new Share(
                share.Key,
                new Money((long)share.Exact.Quotient + (oneMore.Contains(share) ? 1 : 0))
            )),
        ];
    }

    private sealed record Quota(string Key, (Int128 Quotient, Int128 Remainder) Exact);
}

/// <summary>How much somebody counts when an amount is split.</summary>
/// <param name="Key">Who; each key once.</param>
/// <param name="Value">The weight, such as a number of residents.</param>
public readonly record struct Weight(string Key, long Value);

/// <summary>What somebody gets of a split amount.</summary>
/// <param name="Key">Who.</param>
/// <param name="Amount">The part.</param>
public readonly record struct Share(string Key, Money Amount);
