using FsCheck;
using FsCheck.Fluent;
using IntegrationPlatform.Grants.Amounts;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>Amounts are split exactly (GRA-5, GRA-9).</summary>
public sealed class LargestRemainderTests
{
    private static readonly Money Qualification = Money.Kroner(3_300_000);

    private static readonly Gen<(Money Amount, Weight[] Weights)> Splits =
        from ore in Gen.Choose(0, int.MaxValue)
        from times in Gen.Elements(1L, 1L, 1_000_000L)
        from values in Gen.Choose(0, 5000).NonEmptyListOf()
        where values.Any(v => v > 0)
        select (new Money(ore * times), values.Select((v, i) => new Weight($"{i:0000}", v)).ToArray());

    [Fact]
    public void The_parts_add_up_to_the_amount_to_the_last_ore() =>
        Properties.Holds(Splits, s => Sum(LargestRemainder.Split(s.Amount, s.Weights)) == s.Amount);

    [Fact]
    public void No_part_is_further_than_one_ore_from_its_exact_share() =>
        Properties.Holds(
            Splits,
            s =>
            {
                var total = s.Weights.Sum(w => w.Value);
                return LargestRemainder
                    .Split(s.Amount, s.Weights)
                    .Zip(s.Weights)
                    .All(x =>
                        Int128.Abs(((Int128)x.First.Amount.Ore * total) - ((Int128)s.Amount.Ore * x.Second.Value))
                        < total
                    );
            }
        );

    [Fact]
    public void The_order_of_the_weights_changes_nothing() =>
        Properties.Holds(
            from split in Splits
            from shuffled in Gen.Shuffle(split.Weights)
            select (split, shuffled),
            x =>
                LargestRemainder
                    .Split(x.split.Amount, x.split.Weights)
                    .SequenceEqual(LargestRemainder.Split(x.split.Amount, x.shuffled))
        );

    [Fact]
    public void Who_counts_more_never_gets_less() =>
        Properties.Holds(
            Splits,
            s =>
            {
                var parts = LargestRemainder.Split(s.Amount, s.Weights).Zip(s.Weights).ToList();
                return parts.TrueForAll(a =>
                    parts.TrueForAll(b => a.Second.Value <= b.Second.Value || a.First.Amount >= b.First.Amount)
                );
            },
            times: 100
        );

    [Fact]
    public void Who_counts_nothing_gets_nothing()
    {
        var parts = LargestRemainder.Split(new Money(7), [new("a", 0), new("b", 3), new("c", 0)]);

        Assert.Equal([new("a", Money.Zero), new("b", new Money(7)), new("c", Money.Zero)], parts);
    }

    [Fact]
    public void Equal_remainders_are_served_in_the_order_of_their_keys()
    {
        var parts = LargestRemainder.Split(new Money(5), [new("c", 1), new("a", 1), new("b", 1)]);

        Assert.Equal([new("a", new Money(2)), new("b", new Money(2)), new("c", new Money(1))], parts);
    }

    [Fact]
    public void The_qualification_line_of_2016_splits_among_five_municipalities_to_the_last_ore()
    {
        var parts = LargestRemainder.Split(
            Qualification,
            [new("0301", 100), new("1804", 73), new("4204", 71), new("4601", 97), new("5001", 59)]
        );

        Assert.Equal([8250, 6022.5m, 5857.5m, 8002.5m, 4867.5m], parts.Select(p => p.Amount.Ore / 10_000m));
        Assert.Equal(Qualification, Sum(parts));
    }

    [Fact]
    public void Nothing_is_split_when_nobody_counts() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(Qualification, [new("a", 0)]));

    [Fact]
    public void A_negative_weight_is_a_fault() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            LargestRemainder.Split(Qualification, [new("a", 2), new("b", -1)])
        );

    [Fact]
    public void An_overflow_is_a_fault_and_not_an_amount() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));

    [Fact]
    public void An_amount_reads_as_kroner_in_every_culture() => Assert.Equal("3300000.00", Qualification.ToString());

    private static Money Sum(IEnumerable<Share> parts) => parts.Aggregate(Money.Zero, (sum, part) => sum + part.Amount);
}
