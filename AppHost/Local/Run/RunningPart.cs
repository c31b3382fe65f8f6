using System.Net;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Run;

/// <summary>One replica of a part of the platform, to watch, to stop and to let down.</summary>
public sealed class RunningPart : IDisposable
{
    // The bus looks for a broker that is away every half minute, and it can miss one several times that comes and goes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly ChildStart _start;
    private ChildProcess? _process;

    internal RunningPart(Part part, int replica, Uri address, ChildStart start)
    {
        Part = part;
        Replica = replica;
        Address = address;
        _start = start;
    }

    /// <summary>What it is.</summary>
    public Part Part { get; }

    /// <summary>Counted from 1.</summary>
    public int Replica { get; }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The name in logs.</summary>
    public string Name => _start.Name;

    /// <summary>Its log.</summary>
    public string Log => _start.LogFile;

    /// <summary>True while its process runs.</summary>
    public bool Runs => _process is { HasEnded: false };

    /// <summary>Its process id.</summary>
    public int ProcessId => Process.Id;

    private ChildProcess Process => _process ?? throw new InvalidOperationException($"{Name} is not started.");

    /// <summary>Starts it; it is not ready yet.</summary>
    public void Start()
    {
        if (!Runs)
        {
            _process?.Dispose();
            _process = ChildProcess.Start(_start);
        }
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public Task UntilReadyAsync(CancellationToken cancellation = default) =>
        Process.UntilAsync(() => IsReadyAsync(cancellation), Patience, cancellation);

    /// <summary>Starts it and waits until it is ready.</summary>
    public Task StartAgainAsync(CancellationToken cancellation = default)
    {
        Start();
        return UntilReadyAsync(cancellation);
    }

    /// <summary>Asks it to finish what it does and end.</summary>
    public Task StopAsync() => Runs ? Process.StopAsync(Signal.Terminate, StopPatience) : Task.CompletedTask;

    /// <summary>Ends it at once, in the middle of whatever it does.</summary>
    public Task KillAsync() => Process.KillAsync();

    /// <summary>Freezes it.</summary>
    public void Pause() => Process.Pause();

    /// <summary>Lets it go on.</summary>
    public void Resume() => Process.Resume();

    /// <summary>True when it says that it is ready.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation = default)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Address, "ready"), cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false; // It did not answer in time.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _process?.Dispose();
}
