using System.Diagnostics;

namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>What many requests through a door took.</summary>
/// <param name="PerSecond">Requests a second.</param>
/// <param name="DoorCpu">Processor time of the door, in µs a request.</param>
/// <param name="ServiceCpu">Processor time of the service, in µs a request.</param>
/// <param name="LoadCpu">Processor time of the load, in µs a request.</param>
internal sealed record Passage(double PerSecond, double DoorCpu, double ServiceCpu, double LoadCpu)
{
    /// <summary>Sends requests through a door as fast as the answers come.</summary>
    /// <param name="door">The door.</param>
    /// <param name="service">The process of the service.</param>
    /// <param name="clients">Connections, a request under way on each.</param>
    /// <param name="count">Requests in all.</param>
    /// <param name="call">The request.</param>
    public static async Task<Passage> OfAsync(Door door, int service, int clients, int count, HttpCall call)
    {
        var before = Read();
        var clock = Stopwatch.StartNew();
        await HttpLoad.RunAsync(door.Port, clients, count, _ => call);
        var took = clock.Elapsed;
        var after = Read();
        return new Passage(
            count / took.TotalSeconds,
            Each(after.Door - before.Door),
            Each(after.Service - before.Service),
            Each(after.Load - before.Load)
        );

        (TimeSpan Door, TimeSpan Service, TimeSpan Load) Read() =>
            (
                door.ProcessId == 0 ? TimeSpan.Zero : CpuTime.Of(door.ProcessId),
                CpuTime.Of(service),
                Environment.CpuUsage.TotalTime
            );

        double Each(TimeSpan time) => time.TotalMicroseconds / count;
    }
}
