using System.Globalization;
using IntegrationPlatform.Chaos.Faults;
using IntegrationPlatform.Chaos.Load;
using IntegrationPlatform.Chaos.Reckoning;
using IntegrationPlatform.Chaos.Script;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;
using Npgsql;

namespace IntegrationPlatform.Chaos;

/// <summary>
/// Starts a platform of its own, two of each service on a RabbitMQ cluster of three nodes, loads it, plays a script of
/// faults, waits until the work is done, and counts.
/// </summary>
public sealed class ChaosRun : IDisposable
{
    /// <summary>The service whose effects can be counted.</summary>
    public static Part Counting { get; } =
        new(
            "counting",
            "tests/Counting/Counting.csproj",
            Platform.Ports,
            Need.Database | Need.Broker | Need.Tokens | Need.Clock
        );

    private static readonly TimeSpan ReportEvery = TimeSpan.FromSeconds(15);
    private readonly ChaosSettings _settings;
    private readonly Action<string> _say;
    private readonly LocalPlatform _platform;
    private readonly NpgsqlDataSource _counts;
    private readonly CountingLoad _counting;
    private readonly JourneyLoad _journeys;
    private readonly MemoryWatch _memory;
    private readonly StallWatch _stalls;

    private ChaosRun(ChaosSettings settings, LocalPlatform platform, Action<string> say)
    {
        (_settings, _platform, _say) = (settings, platform, say);
        var database = platform.Postgres.ConnectionString(Counting.Database!);
        _counts = NpgsqlDataSource.Create($"{database};Timeout=2;Command Timeout=2;Maximum Pool Size=4");
        _counting = new CountingLoad([
            .. platform.Parts.Where(part => part.Part == Counting).Select(part => part.Address),
        ]);
        _journeys = new JourneyLoad(platform.Run, settings.Residents);
        _memory = new MemoryWatch(platform, settings.Length);
        _stalls = new StallWatch(DoneAsync);
    }

    /// <summary>Does all of it.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="say">Hears how it goes, a line at a time.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="InvalidOperationException">The platform did not start.</exception>
    public static async Task<ChaosResult> RunAsync(
        ChaosSettings settings,
        Action<string> say,
        CancellationToken cancellation = default
    )
    {
        var smallDisk = Path.Combine(settings.Folder, "small-disk");
        await SmallDisk.GiveBackAsync(smallDisk);
        Remove(PostgresFolder.In(Path.Combine(settings.Folder, "postgres")).Root);
        Remove(settings.Folder);
        var platform = await LocalPlatform.StartAsync(
            new LocalOptions
            {
                Checkout = settings.Checkout,
                Folder = settings.Folder,
                Programs = Path.Combine(settings.Checkout, ".local", "build"),
                Addresses = Addresses.Free(),
                Parts = [Counting, .. Platform.Parts],
                Replicas = 2,
                RabbitMqNodes = Platform.MostBrokerNodes,
                Progress = say,
            },
            cancellation
        );
        SmallDisk? disk = null;
        try
        {
            disk = await SmallDisk.MakeAsync(platform, smallDisk);
            using var run = new ChaosRun(settings, platform, say);
            return await run.RunAsync(disk, cancellation);
        }
        finally
        {
            await platform.DisposeAsync();
            await (disk?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _counts.Dispose();
        _counting.Dispose();
    }

    private async Task<ChaosResult> RunAsync(SmallDisk disk, CancellationToken cancellation)
    {
        using var noMoreLoad = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var noMoreFaults = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var loads = Task.WhenAll(
            _counting.RunAsync(noMoreLoad.Token, giveUp.Token),
            _journeys.RunAsync(noMoreLoad.Token, giveUp.Token)
        );
        var watches = Task.WhenAll(
            _stalls.RunAsync(done.Token),
            _memory.RunAsync(noMoreFaults.Token),
            ReportAsync(done.Token)
        );

        var script = FaultScript.Make(_settings.Seed, _settings.Length, _settings.Kinds);
        _say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{script.Count} faults in {_settings.Length.TotalMinutes} min, seed {_settings.Seed}."
            )
        );
        using var mayhem = new Mayhem(_platform, disk, _say);
        await mayhem.PlayAsync(script, cancellation);
        _say("The faults are over. What was begun is brought to its end.");
        await noMoreFaults.CancelAsync();
        await noMoreLoad.CancelAsync();
        var patience = GiveUpAsync(giveUp, done.Token);
        await loads.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var left = await DrainAsync(giveUp.Token);
        await done.CancelAsync();
        await watches;
        await patience;
        cancellation.ThrowIfCancellationRequested();
        return await ReckonAsync(mayhem, left, loads, cancellation);
    }

    /// <summary>Gives up when nothing gets done any more.</summary>
    private async Task GiveUpAsync(CancellationTokenSource giveUp, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            if (_stalls.Now > _settings.Patience)
            {
                await giveUp.CancelAsync();
                return;
            }

            await Task.Delay(500, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until nothing is left to do; when patience is at its end, what is left then.</summary>
    private async Task<Leftovers?> DrainAsync(CancellationToken giveUp)
    {
        _counts.Clear();
        while (true)
        {
            var left = await Leftovers.CountAsync(_platform);
            var found = await CountedEffects.ReadAsync(_counts, CancellationToken.None);
            var over = left is { IsNothing: true } && found.Finished >= _counting.Cases;
            // What is parked or in an error queue does not go by itself.
            if (over || left is { Parked: > 0 } or { InErrorQueues: > 0 } || giveUp.IsCancellationRequested)
            {
                return left;
            }

            await Task.Delay(500, giveUp).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ChaosResult> ReckonAsync(
        Mayhem mayhem,
        Leftovers? left,
        Task loads,
        CancellationToken cancellation
    )
    {
        var counted = await CountedEffects.ReadAsync(_counts, cancellation);
        var journeys = _journeys.Results;
        var transfers = new Effects(
            _journeys.Residents,
            journeys.Sum(journey => journey.Received),
            journeys.Sum(journey => journey.Duplicates)
        );
        var effects = CountedEffects.Of(_counting.Cases, counted) + transfers;
        return new ChaosResult
        {
            Seed = _settings.Seed,
            Minutes = _settings.Length.TotalMinutes,
            Faults = mayhem.Injected,
            Missed = mayhem.Missed,
            Cases = _counting.Cases,
            Journeys = journeys.Count,
            Residents = _journeys.Residents,
            Effects = effects,
            Absorbed = _platform.Parts.Where(part => part.Part == Counting).Sum(AbsorbedBy),
            Stuck =
                _counting.Cases - counted.Finished + _journeys.Residents - journeys.Sum(journey => journey.Transferred),
            Unfinished = await CountedEffects.UnfinishedAsync(_counts, cancellation),
            Left = left,
            LongestStall = _stalls.Longest,
            Memory = _memory.Result(),
            Broken =
            [
                .. mayhem.Lasting,
                .. loads.Exception?.InnerExceptions.Select(fault => fault.Message) ?? [],
                .. loads.IsCanceled
                    ? [$"What was begun did not end: nothing got done for {_settings.Patience.TotalMinutes} min."]
                    : Array.Empty<string>(),
                .. _journeys.BrokeOff is { } why ? [why] : Array.Empty<string>(),
            ],
        };
    }

    /// <summary>How often the replica's log says that a message came again and did nothing.</summary>
    private static int AbsorbedBy(RunningPart replica) =>
        File.ReadLines(replica.Log)
            .Count(line => line.Contains("came again and did nothing", StringComparison.Ordinal));

    /// <summary>Counts added and acts of partners; null while the database cannot say.</summary>
    private async Task<long?> DoneAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = _counts.CreateCommand("select coalesce(sum(count), 0)::int from totals");
            return (int)(await command.ExecuteScalarAsync(cancellation))! + _journeys.Steps;
        }
        catch (Exception fault) when (fault is NpgsqlException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task ReportAsync(CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(ReportEvery, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var steps = await DoneAsync(stop) is { } known ? $"{known}" : "an unknown number of";
            _say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{TimeProvider.System.GetElapsedTime(began).TotalSeconds, 6:0.0} s  {_counting.Cases} cases opened, {steps} steps done; {_journeys}"
                )
            );
        }
    }
}
