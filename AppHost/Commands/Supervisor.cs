using System.Globalization;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>The one process that holds a local run; its id stands in <c>.local/supervisor</c> while it lives.</summary>
internal sealed class Supervisor : IAsyncDisposable
{
    private static readonly string IdFile = Path.Combine(Checkout.Folder, "supervisor");
    private readonly FileStream _lock;

    private Supervisor(FileStream held) => _lock = held;

    /// <summary>The process id of the run that is starting, running or stopping; null when there is none.</summary>
    public static int? Find()
    {
        if (!File.Exists(IdFile))
        {
            return null;
        }

        var id = int.Parse(File.ReadAllText(IdFile), CultureInfo.InvariantCulture);
        // The id may have been given to somebody else since: ours is a dotnet that runs this assembly.
        return
            File.Exists($"/proc/{id}/cmdline")
            && File.ReadAllText($"/proc/{id}/cmdline").Contains("AppHost", StringComparison.Ordinal)
            ? id
            : null;
    }

    /// <summary>Becomes the supervisor.</summary>
    /// <exception cref="CommandException">Another process is.</exception>
    public static Supervisor Begin()
    {
        Directory.CreateDirectory(Checkout.Folder);
        try
        {
            var held = new FileStream($"{IdFile}.lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            File.WriteAllText(IdFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new Supervisor(held);
        }
        catch (IOException)
        {
            throw new CommandException("The platform is starting or stopping already. See: ./platform status");
        }
    }

    /// <summary>Asks the supervisor to stop everything, and waits until it has.</summary>
    public static async Task StopAsync(int id)
    {
        ProcessSignals.Send(id, Signal.Terminate);
        while (ProcessSignals.Lives(id))
        {
            await Task.Delay(50);
        }
    }

    public ValueTask DisposeAsync()
    {
        File.Delete(IdFile);
        return _lock.DisposeAsync();
    }
}
