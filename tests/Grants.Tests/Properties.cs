using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>Checks properties with a fixed seed, so that a run that fails fails again.</summary>
internal static class Properties
{
    private static readonly Replay Seed = new(new Rnd(2016, 19), FSharpOption<int>.None);

    public static void Holds<T>(Gen<T> values, Func<T, bool> property, int times = 500) =>
        Prop.ForAll(values.ToArbitrary(), property)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(FSharpOption<Replay>.Some(Seed)));
}
