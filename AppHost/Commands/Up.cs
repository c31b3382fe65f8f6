using System.Diagnostics;
using System.Globalization;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Starts the platform, says where it is, and stays until it is told to stop.</summary>
internal static class Up
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var options = UpOptions.Read(args);
        if (RunFile.Find(Checkout.Folder) is { } running)
        {
            Console.WriteLine("The platform runs already.");
            Console.Write(AddressTable.Of(running));
            return 0;
        }

#if !ASPIRE
        Packages.EnsureServers();
#endif
        return options.Detach ? await Detached.StartAsync(options) : await StayAsync(options);
    }

#if ASPIRE
    private static async Task<int> StayAsync(UpOptions options)
    {
        await using var supervisor = Supervisor.Begin();
        return await AspirePlatform.RunAsync([], options.Replicas);
    }
#else
    private static async Task<int> StayAsync(UpOptions options)
    {
        using var stop = new StopSignal();
        await using var supervisor = Supervisor.Begin();
        var clock = Stopwatch.StartNew();
        await using var platform = await LocalPlatform.StartAsync(
            new LocalOptions
            {
                Checkout = Checkout.Root,
                Folder = Checkout.Folder,
                Programs = Checkout.Programs,
                Addresses = Addresses.From(Checkout.PortBase),
                Replicas = options.Replicas,
                RabbitMqNodes = options.RabbitMqNodes,
                Progress = Console.WriteLine,
            },
            stop.Token
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Ready after {clock.Elapsed.TotalSeconds:0.0} s. Ctrl-C stops it."
            )
        );
        Console.Write(AddressTable.Of(platform.Run));
        await LogFollower.FollowAsync(platform.Parts, stop.Token);
        Console.WriteLine("Stopping.");
        return 0;
    }
#endif
}
