using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using IntegrationPlatform.Chaos.Script;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.Chaos.Faults;

/// <summary>
/// Plays the script. Faults overlap, but not two of one server: the second waits until the first is over, so that every
/// fault hits something that runs.
/// </summary>
internal sealed class Mayhem : IDisposable
{
    private readonly Dictionary<string, Func<Step, CancellationToken, Task>> _faults;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _servers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _injected = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _missed = new();
    private readonly ConcurrentQueue<string> _lasting = new();
    private readonly Action<string> _say;

    public Mayhem(LocalPlatform platform, SmallDisk disk, Action<string> say)
    {
        _say = say;
        var parts = new PartFaults(platform);
        var broker = new BrokerFaults(platform);
        var postgres = new PostgresFaults(platform, disk);
        _faults = new(StringComparer.Ordinal)
        {
            ["kill-replica"] = parts.KillAsync,
            ["pause-replica"] = parts.PauseAsync,
            ["restart-replica"] = parts.RestartAsync,
            ["kill-between-confirm-and-delete"] = new AimedKill(platform, "outbox").HitAsync,
            ["kill-within-a-transaction"] = new AimedKill(platform, "entries").HitAsync,
            ["kill-gateway"] = parts.KillAsync,
            ["pause-gateway"] = parts.PauseAsync,
            ["kill-receiver"] = parts.KillAsync,
            ["pause-receiver"] = parts.PauseAsync,
            ["kill-queue-leader"] = broker.KillLeaderAsync,
            ["pause-broker-node"] = broker.PauseAsync,
            ["kill-broker"] = broker.KillAllAsync,
            ["fill-broker-disk"] = broker.FillDiskAsync,
            ["cut-broker-connections"] = broker.CutAsync,
            ["kill-postgres"] = postgres.KillAsync,
            ["pause-postgres"] = postgres.PauseAsync,
            ["fill-postgres-disk"] = postgres.FillDiskAsync,
            ["cut-postgres-connections"] = postgres.CutAsync,
        };
    }

    /// <summary>How many faults happened, by kind.</summary>
    public IReadOnlyDictionary<string, int> Injected => new SortedDictionary<string, int>(_injected);

    /// <summary>Faults that could not happen, and why.</summary>
    public IReadOnlyCollection<string> Missed => _missed;

    /// <summary>What did not come back, and why.</summary>
    public IReadOnlyCollection<string> Lasting => _lasting;

    /// <summary>Plays all of it, and waits until everything is back.</summary>
    public async Task PlayAsync(IReadOnlyList<Step> script, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var playing = new List<Task>();
        foreach (var step in script)
        {
            var wait = step.At - clock.Elapsed;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, cancellation);
            playing.Add(PlayAsync(step, clock, cancellation));
        }

        await Task.WhenAll(playing);
    }

    public void Dispose()
    {
        foreach (var server in _servers.Values)
        {
            server.Dispose();
        }
    }

    private async Task PlayAsync(Step step, Stopwatch clock, CancellationToken cancellation)
    {
        // In one order for all: two steps cannot wait for each other.
        var kept = step.Kind.Keeps.Append(step.Target).Distinct().Order(StringComparer.Ordinal).ToList();
        var servers = kept.ConvertAll(name => _servers.GetOrAdd(name, _ => new SemaphoreSlim(1)));
        var held = 0;
        try
        {
            foreach (var server in servers)
            {
                await server.WaitAsync(cancellation);
                held++;
            }

            await HappenAsync(step, clock, cancellation);
        }
        finally
        {
            servers.Take(held).ToList().ForEach(server => server.Release());
        }
    }

    private async Task HappenAsync(Step step, Stopwatch clock, CancellationToken cancellation)
    {
        var began = clock.Elapsed;
        try
        {
            await _faults[step.Kind.Name](step, cancellation);
            _injected.AddOrUpdate(step.Kind.Name, 1, (_, count) => count + 1);
            Say("was back after");
        }
        catch (MissedException missed)
        {
            _missed.Enqueue($"{step.Kind.Name}: {missed.Message}");
            Say($"did not happen ({missed.Message});");
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            _lasting.Enqueue($"{step.Kind.Name} {step.Target}: {fault.Message}");
            Say($"did not end well ({fault.Message});");
        }

        void Say(string how) =>
            _say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{began.TotalSeconds, 6:0.0} s  {step.Kind.Name} {step.Target} {how} {(clock.Elapsed - began).TotalSeconds:0.0} s"
                )
            );
    }
}
