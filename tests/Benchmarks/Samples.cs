namespace IntegrationPlatform.Benchmarks;

/// <summary>What is read out of a series of figures.</summary>
internal static class Samples
{
    public static double Median(this IEnumerable<double> samples) => samples.Percentile(50);

    public static double Percentile(this IEnumerable<double> samples, double percent)
    {
        var sorted = samples.Order().ToArray();
        if (sorted.Length == 0)
        {
            throw new BenchException("Nothing was measured.");
        }

        var place = (sorted.Length - 1) * percent / 100;
        var below = sorted[(int)Math.Floor(place)];
        var above = sorted[(int)Math.Ceiling(place)];
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}
