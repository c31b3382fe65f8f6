using System.Diagnostics;
using System.Globalization;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Starts the platform in a session of its own, which outlives this terminal, and waits until it is ready.</summary>
internal static class Detached
{
    private static readonly string Log = Path.Combine(Checkout.Folder, "platform.log");

    public static async Task<int> StartAsync(UpOptions options)
    {
        Directory.CreateDirectory(Checkout.Folder);
        await File.WriteAllTextAsync(Log, "");
        using var stop = new StopSignal();
        using var supervisor = Process.Start(
            new ProcessStartInfo(
                "setsid",
                [
                    "sh",
                    "-c",
                    """exec </dev/null >>"$0" 2>&1; exec "$@" """,
                    Log,
                    Environment.ProcessPath!,
                    .. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                        ? [typeof(Detached).Assembly.Location]
                        : Array.Empty<string>(),
                    "up",
                    "--replicas",
                    options.Replicas.ToString(CultureInfo.InvariantCulture),
                    "--rabbitmq-nodes",
                    options.RabbitMqNodes.ToString(CultureInfo.InvariantCulture),
                ]
            )
            {
                WorkingDirectory = Checkout.Root,
            }
        )!;
        var said = new NewLines(Log);
        while (!supervisor.HasExited && RunFile.Find(Checkout.Folder) is null)
        {
            if (stop.Token.IsCancellationRequested)
            {
                await Supervisor.StopAsync(supervisor.Id);
                return 1;
            }

            said.Read().ForEach(Console.WriteLine);
            await Task.Delay(50);
        }

        if (supervisor.HasExited)
        {
            said.Read().ForEach(Console.WriteLine);
            throw new CommandException("The platform did not start.");
        }

        // What follows in the log, the addresses among it, is said here once.
        said.Read()
            .TakeWhile(line => line.EndsWith(" s", StringComparison.Ordinal))
            .ToList()
            .ForEach(Console.WriteLine);
        Console.WriteLine("The platform runs. Stop it: ./platform down");
        Console.Write(AddressTable.Of(Checkout.Running()));
        return 0;
    }
}
