using System.Diagnostics;
using IntegrationPlatform.Journey.Partners;

namespace IntegrationPlatform.Journey;

/// <summary>Compares who travelled with whom IMDinett received.</summary>
internal static class Reckoning
{
    public static async Task<JourneyResult> Of(
        Stage stage,
        Imdinett imdinett,
        Stopwatch watch,
        CancellationToken cancellation
    )
    {
        var expected = stage.Everybody.Select(p => p.Id).ToHashSet();
        var applied = await imdinett.Transfers(cancellation);
        var ours = applied.Where(t => expected.Contains(t)).ToArray();
        var received = ours.Distinct().Count();
        return new JourneyResult(
            stage.Residents,
            stage.Clusters.Count,
            stage.Transferred,
            received,
            ours.Length - received,
            expected.Count - received,
            Math.Round(watch.Elapsed.TotalSeconds, 1)
        );
    }
}
