using System.Globalization;

namespace IntegrationPlatform.Grants.Amounts;

/// <summary>An amount of Norwegian kroner in whole øre: exact, and an overflow is a fault (GRA-9).</summary>
/// <param name="Ore">The amount in øre.</param>
public readonly record struct Money(long Ore) : IComparable<Money>
{
    private const int OrePerKrone = 100;

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>An amount of whole kroner.</summary>
    public static Money Kroner(long kroner) => new(checked(kroner * OrePerKrone));

    /// <inheritdoc />
    public int CompareTo(Money other) => Ore.CompareTo(other.Ore);

    /// <summary>The amount in kroner with two decimals, as <c>3300000.00</c>.</summary>
    public override string ToString() => ((decimal)Ore / OrePerKrone).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Ore + right.Ore));

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Ore - right.Ore));

    /// <summary>The same amount the other way.</summary>
    public static Money operator -(Money amount) => new(checked(-amount.Ore));

    /// <summary>Less than.</summary>
    public static bool operator <(Money left, Money right) => left.Ore < right.Ore;

    /// <summary>More than.</summary>
    public static bool operator >(Money left, Money right) => left.Ore > right.Ore;

    /// <summary>Less than or the same.</summary>
    public static bool operator <=(Money left, Money right) => left.Ore <= right.Ore;

    /// <summary>More than or the same.</summary>
    public static bool operator >=(Money left, Money right) => left.Ore >= right.Ore;
}
