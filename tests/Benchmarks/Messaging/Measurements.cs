using System.Diagnostics;
using System.Text.Json;

namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>The measurements of a round, each from its first byte until its last effect is committed.</summary>
/// <param name="rig">What they run against.</param>
/// <param name="raw">The virtual host of the ledger with little history.</param>
/// <param name="aside">The virtual host of the ledger with much history.</param>
/// <param name="size">How much is measured.</param>
internal sealed class Measurements(MessagingRig rig, RawBroker raw, RawBroker aside, BenchSize size)
{
    private const int Clients = 32;
    private const string Arrivals = "/intake/v1/arrivals";
    private const string HotArrivals = "/intake/hot/arrivals";
    private const string Steps = "/intake/v1/steps";
    private const string Municipality = "4601";
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private static readonly string Arrival = Json(
        new
        {
            name = "Amina Warsame",
            municipality = Municipality,
            arrivedOn = "2016-10-03",
            languages = 2,
        }
    );

    /// <summary>Everything once, one after the other.</summary>
    public async Task<Round> RoundAsync()
    {
        var pgbench = new PgBench(rig.Plain);
        var transactions = await pgbench.TransactionsAsync(Clients, size.TransactionsEach);
        var slice = await ArrivalsAsync(Arrivals);
        var alone = await RequestsAloneAsync();
        var hot = await ArrivalsAsync(HotArrivals);
        var saga = await SagaAsync();
        return new Round
        {
            Transactions = transactions,
            Slice = slice.Consumed,
            SliceAnswered = slice.Answered,
            SliceCpu = slice.Cpu,
            SliceAlone = alone,
            Hot = hot.Consumed,
            HotAnswered = hot.Answered,
            HotCpu = hot.Cpu,
            Saga = saga.Ended,
            SagaCpu = saga.Cpu,
            Statements = await pgbench.StatementsAsync(Clients, size.TransactionsEach),
            Raw = await raw.PublishAndConsumeAsync(NewArrivals(size.RawEvents)),
            Consume = await ConsumeAsync(),
            ShortHistory = await CasesAsync(rig.Ledger, raw),
            LongHistory = await CasesAsync(rig.LongLedger, aside),
        };
    }

    /// <summary>
    /// One request at a time and far from any limit: milliseconds from the commit of the request until the commit of the
    /// consumer.
    /// </summary>
    public async Task<IReadOnlyList<double>> LatenciesAsync()
    {
        await rig.Intake.NoteCommitsAsync();
        await rig.Ledger.Process.NoteCommitsAsync();
        var since = await NewEraAsync();
        await HttpLoad.PacedAsync(rig.Intake.Port, Arrivals, size.Paced, Pace, _ => Arrival);
        await rig.Ledger.EnteredAsync(since, size.Paced);
        var written = await rig.Intake.CommitsAsync();
        var consumed = await rig.Ledger.Process.CommitsAsync();
        // A row can be seen a moment before its commit is noted.
        for (var looks = 0; consumed.Count < written.Count; looks++)
        {
            if (looks == 100)
            {
                throw new BenchException($"{consumed.Count} of {written.Count} commits of the ledger were noted.");
            }

            await Task.Delay(Pace);
            consumed = await rig.Ledger.Process.CommitsAsync();
        }

        return [.. written.Select(w => Stopwatch.GetElapsedTime(w.Value, consumed[w.Key]).TotalMilliseconds)];
    }

    /// <summary>The slice's requests while the broker stands still: nothing that follows a request takes any time.</summary>
    private async Task<double> RequestsAloneAsync()
    {
        double answered;
        var since = await NewEraAsync();
        rig.RabbitMq.Pause();
        try
        {
            var clock = Stopwatch.StartNew();
            await HttpLoad.RunAsync(rig.Intake.Port, Arrivals, Clients, size.Events, _ => Arrival);
            answered = size.Events / clock.Elapsed.TotalSeconds;
        }
        finally
        {
            rig.RabbitMq.Resume();
        }

        await rig.Ledger.EnteredAsync(since, size.Events);
        return answered;
    }

    private async Task<(double Answered, double Consumed, CpuUse Cpu)> ArrivalsAsync(string path)
    {
        var since = await NewEraAsync();
        var before = CpuUse.Of(rig);
        var clock = Stopwatch.StartNew();
        await HttpLoad.RunAsync(rig.Intake.Port, path, Clients, size.Events, _ => Arrival);
        var answered = size.Events / clock.Elapsed.TotalSeconds;
        await rig.Ledger.EnteredAsync(since, size.Events);
        var consumed = size.Events / clock.Elapsed.TotalSeconds;
        return (answered, consumed, CpuUse.Of(rig).PerEvent(before, size.Events));
    }

    // Two clients take the two steps of a case at the same time.
    private async Task<(double Ended, CpuUse Cpu)> SagaAsync()
    {
        var since = await NewEraAsync();
        var before = CpuUse.Of(rig);
        var cases = NewIds(size.Events / 2);
        var clock = Stopwatch.StartNew();
        await HttpLoad.RunAsync(
            rig.Intake.Port,
            Steps,
            Clients,
            size.Events,
            i =>
                Json(
                    new
                    {
                        caseId = cases[i / 2],
                        signature = i % 2 == 0,
                        municipality = Municipality,
                    }
                )
        );
        await rig.Ledger.CasesEndedAsync(since, cases.Count);
        var ended = size.Events / clock.Elapsed.TotalSeconds;
        return (ended, CpuUse.Of(rig).PerEvent(before, size.Events));
    }

    private async Task<double> ConsumeAsync()
    {
        var since = await NewEraAsync();
        var events = NewArrivals(size.Events);
        var clock = Stopwatch.StartNew();
        await raw.PublishAsync(events);
        await rig.Ledger.EnteredAsync(since, events.Count);
        return events.Count / clock.Elapsed.TotalSeconds;
    }

    private async Task<double> CasesAsync(LedgerOf ledger, RawBroker broker)
    {
        var since = await NewEraAsync();
        var events = NewIds(size.Events / 2)
            .SelectMany(id => new object[] { new CaseSigned(id, Municipality), new CaseCounted(id, 1) })
            .ToList();
        var clock = Stopwatch.StartNew();
        await broker.PublishAsync(events);
        await ledger.CasesEndedAsync(since, size.Events / 2);
        return events.Count / clock.Elapsed.TotalSeconds;
    }

    private static List<object> NewArrivals(int count) =>
        [.. NewIds(count).Select(id => new ArrivalRegistered(id, Municipality, new DateOnly(2016, 10, 3), 2))];

    private static List<Guid> NewIds(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];

    // Ids order by the millisecond, so those to come are greater once it has passed. The clock is asked: after a delay alone,
    // ids of the same millisecond have been seen.
    private static async Task<Guid> NewEraAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1));
        } while (TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() <= now.ToUnixTimeMilliseconds());
        return Guid.CreateVersion7(now);
    }

    private static string Json(object request) => JsonSerializer.Serialize(request);
}
