using System.Globalization;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>IMDi distributes the qualification money of 2016 by number of residents, exact to the øre (GRA-5, GRA-9).</summary>
internal sealed class Distributing : IChapter
{
    private const string Appropriation = "grants/v1/appropriations/2016";
    private const string Line = "qualification";

    public string Title => "Distributing the money";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        if (await Remaining(stage, cancellation) == 0)
        {
            stage.Tell("The qualification money of 2016 is distributed already.");
            return;
        }

        await AwaitArrivals(stage, cancellation);
        var distributed = await stage.Api.Post(
            Partner.Imdi,
            $"{Appropriation}/distributions",
            new { line = Line },
            cancellation
        );
        var whole = distributed.GetProperty("amountOre").GetInt64();
        var allocations = distributed.GetProperty("allocations").EnumerateArray().ToArray();
        if (
            allocations.Sum(a => a.GetProperty("amountOre").GetInt64()) != whole
            || await Remaining(stage, cancellation) != 0
        )
        {
            throw new InvalidOperationException($"The allocations do not add up to {Kroner(whole)}.");
        }

        stage.Tell($"IMDi distributes {Kroner(whole)} by residents, to the last øre:");
        foreach (var allocation in allocations)
        {
            var name = MunicipalityRegister.Find(allocation.GetProperty("municipality").GetString()!)!.Name;
            var residents = allocation.GetProperty("residents").GetInt64();
            stage.Tell($"  {name}, {residents} residents: {Kroner(allocation.GetProperty("amountOre").GetInt64())}");
        }
    }

    private static async Task AwaitArrivals(Stage stage, CancellationToken cancellation) =>
        await stage.Api.GetUntil(
            Partner.Imdi,
            "grants/v1/clusters",
            clusters => clusters.EnumerateArray().Sum(c => c.GetProperty("residents").GetInt64()) >= stage.Residents,
            cancellation
        );

    private static async Task<long> Remaining(Stage stage, CancellationToken cancellation)
    {
        var year = await stage.Api.Get(Partner.Imdi, Appropriation, cancellation);
        return year.GetProperty("lines")
            .EnumerateArray()
            .Single(l => l.GetProperty("line").GetString() == Line)
            .GetProperty("remainingOre")
            .GetInt64();
    }

    private static string Kroner(long ore) => (ore / 100m).ToString("#,0.00", CultureInfo.InvariantCulture) + " kr";
}
