using System.Globalization;
using System.Runtime.InteropServices;

namespace IntegrationPlatform.Benchmarks;

/// <summary>What a figure was measured on.</summary>
internal static class Machine
{
    private const string CpuInfo = "/proc/cpuinfo";
    private const string LoadAverage = "/proc/loadavg";

    /// <summary>Cores, processor, memory, system, and what else kept the machine busy before the start.</summary>
    public static string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({Processor()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, load {Load()} before"
        );

    private static string Processor() =>
        File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.OSArchitecture.ToString();

    private static string Load() => File.ReadAllText(LoadAverage).Split(' ')[0];
}
