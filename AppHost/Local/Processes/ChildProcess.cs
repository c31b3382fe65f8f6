using System.Diagnostics;
using System.Globalization;

namespace IntegrationPlatform.Local.Processes;

/// <summary>
/// A process that lives no longer than ours: the kernel ends it when we end, even by <c>SIGKILL</c>. It has a session of
/// its own, so that Ctrl-C reaches us and we decide the order of the stop.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    // The shell opens the log and is then replaced, as are setpriv and setsid: the child keeps this one process id. It is
    // bash because dash drops variables such as ConnectionStrings__mapping-db, whose names are none in a shell.
    private const string WithLog = """exec </dev/null >>"$0" 2>&1; exec "$@" """;
    private const int LastLines = 15;
    private readonly Process _process;
    private readonly ChildStart _start;

    private ChildProcess(Process process, ChildStart start)
    {
        _process = process;
        _start = start;
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>The name in messages.</summary>
    public string Name => _start.Name;

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>The exit code of an ended process.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a child.</summary>
    public static ChildProcess Start(ChildStart start)
    {
        var info = new ProcessStartInfo("/bin/bash") { WorkingDirectory = start.WorkingFolder ?? "" };
        string[] tie = ["setpriv", "--pdeathsig", start.DeathSignal == Signal.Quit ? "QUIT" : "KILL"];
        string[] account = start.Account is { } a
            ? ["--reuid", Text(a.User), "--regid", Text(a.Group), "--clear-groups"]
            : [];
        string[] all =
        [
            "-c",
            WithLog,
            start.LogFile,
            .. tie,
            .. account,
            "--",
            "setsid",
            start.File,
            .. start.Arguments,
        ];
        foreach (var argument in all)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        return new ChildProcess(Spawner.Start(info), start);
    }

    /// <summary>Runs a child to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message has the end of its log.</exception>
    public static async Task RunAsync(ChildStart start, CancellationToken cancellation = default)
    {
        using var child = Start(start);
        try
        {
            await child.EndedAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await child.KillAsync();
            throw;
        }

        if (child.ExitCode != 0)
        {
            throw child.Fault($"ended with code {child.ExitCode}");
        }
    }

    /// <summary>Completes when the process has ended.</summary>
    public Task EndedAsync(CancellationToken cancellation = default) => _process.WaitForExitAsync(cancellation);

    /// <summary>Sends a signal to this process alone.</summary>
    public void Send(Signal signal)
    {
        if (!HasEnded)
        {
            Posix.Send(Id, signal);
        }
    }

    /// <summary>Freezes the process and all below it.</summary>
    public void Pause() => SendToAll(Signal.Stop);

    /// <summary>Lets a frozen process and all below it go on.</summary>
    public void Resume() => SendToAll(Signal.Continue);

    /// <summary>Ends the process and all below it at once, as a power cut would, and waits until all are gone.</summary>
    public async Task KillAsync()
    {
        var below = HasEnded ? [] : ProcessTree.Below(Id);
        Send(Signal.Kill);
        foreach (var id in below)
        {
            Posix.Send(id, Signal.Kill);
        }

        await EndedAsync();
        while (below.Any(ProcessTree.Lives))
        {
            await Task.Delay(5);
        }
    }

    /// <summary>Asks the process to end, and ends it when it has not within the time given.</summary>
    public async Task StopAsync(Signal signal, TimeSpan patience)
    {
        Send(signal);
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await EndedAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    /// <summary>Waits until a condition holds, for as long as the process lives.</summary>
    /// <exception cref="InvalidOperationException">It ended first, or the time ran out; the message has the end of its log.</exception>
    public async Task UntilAsync(
        Func<Task<bool>> condition,
        TimeSpan patience,
        CancellationToken cancellation = default
    )
    {
        for (var clock = Stopwatch.StartNew(); !await condition(); await Task.Delay(25, cancellation))
        {
            if (HasEnded)
            {
                throw Fault($"ended with code {ExitCode} before it was ready");
            }

            if (clock.Elapsed > patience)
            {
                throw Fault($"was not ready after {patience.TotalSeconds:0} s");
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _process.Dispose();

    private InvalidOperationException Fault(string what)
    {
        var log = File.Exists(_start.LogFile) ? File.ReadAllLines(_start.LogFile) : [];
        var cause = Array.FindLastIndex(log, line => line.StartsWith("Unhandled exception", StringComparison.Ordinal));
        var last = cause < 0 ? log.TakeLast(LastLines) : log.Skip(cause).Take(LastLines);
        return new InvalidOperationException(
            $"{Name} {what}. Its log ({_start.LogFile}) says:\n  {string.Join("\n  ", last)}"
        );
    }

    private void SendToAll(Signal signal)
    {
        foreach (var id in ProcessTree.Below(Id).Prepend(Id))
        {
            Posix.Send(id, signal);
        }
    }

    private static string Text(uint number) => number.ToString(CultureInfo.InvariantCulture);
}
