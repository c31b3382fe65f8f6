using FsCheck;
using FsCheck.Fluent;
using IntegrationPlatform.Fuzz.Tests.Oddities;

namespace IntegrationPlatform.Fuzz.Tests;

/// <summary>What is drawn for one call: everything about it that is left to chance.</summary>
/// <param name="Who">Which organisation calls.</param>
/// <param name="Scopes">How well its token fits: 0 has another service's scope, 1 reads only, anything else fits.</param>
/// <param name="Ids">Which things the path names.</param>
/// <param name="Inside">True to call like somebody who was let in before.</param>
/// <param name="AroundTheGateway">True to call the service itself.</param>
/// <param name="Oddities">What is odd.</param>
internal sealed record Draw(
    int Who,
    int Scopes,
    IReadOnlyList<int> Ids,
    bool Inside,
    bool AroundTheGateway,
    IReadOnlyList<Oddity> Oddities
)
{
    private const int Most = 10_000;
    private const int PathIds = 3;
    private const int Size = 50;

    /// <summary>Draws a number of calls; the same ones for the same seed.</summary>
    public static IReadOnlyList<Draw> Of(ulong seed, int count)
    {
        var draws =
            from who in Gen.Choose(0, Most)
            from scopes in Gen.Choose(0, 19)
            from ids in Gen.Choose(0, Most).ListOf(PathIds)
            from inside in Gen.Choose(0, 3)
            from around in Gen.Choose(0, 3)
            from odd in Gen.Frequency(
                    (1, Gen.Constant(0)),
                    (8, Gen.Constant(1)),
                    (4, Gen.Constant(2)),
                    (1, Gen.Constant(3))
                )
                .SelectMany(count => Oddity.Any.ListOf(count))
            select new Draw(who, scopes, [.. ids], inside != 0, around == 0, [.. odd]);
        return [.. draws.Sample(Size, new Rnd(seed), count)];
    }
}
