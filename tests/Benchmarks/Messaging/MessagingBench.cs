namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>
/// How fast messaging is, as ratios within one run: everything is measured again in every round, because machines and
/// their disks have moods.
/// </summary>
internal static class MessagingBench
{
    public static async Task RunAsync(BenchOptions options)
    {
        var size = options.Quick ? BenchSize.Quick : BenchSize.Full;
        var machine = Machine.Describe();
        Console.WriteLine("Starting PostgreSQL, RabbitMQ and the services, and writing history.");
        await using var rig = await MessagingRig.StartAsync(size.ShortHistory, size.LongHistory);
        await using var raw = await RawBroker.ConnectAsync(rig.RabbitMq.Address());
        await using var aside = await RawBroker.ConnectAsync(rig.LongLedger.Broker);
        var measurements = new Measurements(rig, raw, aside, size);

        Console.WriteLine("Warming up.");
        for (var i = 0; i < size.WarmUps; i++)
        {
            await measurements.RoundAsync();
        }

        var rounds = new List<Round>();
        for (var i = 1; i <= size.Rounds; i++)
        {
            Console.WriteLine($"Round {i} of {size.Rounds}.");
            rounds.Add(await measurements.RoundAsync());
        }

        Console.WriteLine("Latency at low load.");
        Report(machine, rounds, await measurements.LatenciesAsync()).Write(options.Json);
    }

    private static BenchReport Report(string machine, IReadOnlyList<Round> rounds, IReadOnlyList<double> latencies)
    {
        var report = new BenchReport("messaging", machine);

        double Of(Func<Round, double> figure) => rounds.Select(figure).Median();

        void PerSecond(string name, Func<Round, double> figure, string label) =>
            report.Figure($"{name}_per_second", Of(figure), label, "a second");

        void Cpu(string name, Func<Round, CpuUse> cpu, string label)
        {
            report.Heading(label);
            Part("intake", c => c.Intake, "Intake service");
            Part("ledger", c => c.Ledger, "Ledger service");
            Part("postgres", c => c.Postgres, "PostgreSQL, both databases");
            Part("rabbitmq", c => c.RabbitMq, "RabbitMQ");
            Part("load", c => c.Load, "The load");

            void Part(string part, Func<CpuUse, TimeSpan> time, string what) =>
                report.Figure(
                    $"{name}_{part}_cpu_us_per_event",
                    Of(r => time(cpu(r)).TotalMicroseconds),
                    what,
                    "µs an event"
                );
        }

        report.Heading("Events, 32 clients, medians");
        PerSecond("pgbench", r => r.Transactions, "pgbench: business row and outbox row, one transaction");
        PerSecond("pgbench_one_statement", r => r.Statements, "pgbench: the same as one statement");
        PerSecond("slice", r => r.Slice, "Slice: HTTP, row and event, until the other service's row");
        PerSecond("slice_answered", r => r.SliceAnswered, "  answered, while events were still under way");
        PerSecond("slice_alone", r => r.SliceAlone, "  answered, while the broker stands still and nothing follows");
        PerSecond("hot", r => r.Hot, "Hot intake: the same by a group commit");
        PerSecond("hot_answered", r => r.HotAnswered, "  answered, while events were still under way");
        PerSecond("saga", r => r.Saga, "Saga: the same, two racing events a case");
        PerSecond("raw", r => r.Raw, "RabbitMQ.Client: publish, confirm, consume, acknowledge");
        PerSecond("consume", r => r.Consume, "Consumer: the same messages, each a row behind the inbox");
        PerSecond("short_history", r => r.ShortHistory, "Saga events fed by RabbitMQ.Client, little history");
        PerSecond("long_history", r => r.LongHistory, "Saga events fed by RabbitMQ.Client, much history");

        report.Heading("Ratios, medians over the rounds");
        report.Ratio("slice_vs_pgbench", Of(r => r.Slice / r.Transactions), "Slice to pgbench");
        report.Ratio("slice_alone_vs_pgbench", Of(r => r.SliceAlone / r.Transactions), "Its requests alone to pgbench");
        report.Ratio("hot_vs_pgbench", Of(r => r.Hot / r.Transactions), "Hot intake to pgbench");
        report.Ratio("saga_vs_pgbench", Of(r => r.Saga / r.Transactions), "Saga to pgbench");
        report.Ratio("consume_vs_raw", Of(r => r.Consume / r.Raw), "Consumer to RabbitMQ.Client");
        report.Ratio("growth_5m", Of(r => r.ShortHistory / r.LongHistory), "Time with much history to little");

        report.Heading("One request at a time, fifty a second");
        report.Figure("commit_to_consumed_p50_ms", latencies.Median(), "Commit to consumed, median", "ms");
        report.Figure(
            "commit_to_consumed_p99_ms",
            latencies.Percentile(99),
            "Commit to consumed, 99th percentile",
            "ms"
        );

        Cpu("slice", r => r.SliceCpu, "Processor time of the slice");
        Cpu("hot", r => r.HotCpu, "Processor time of the hot intake");
        Cpu("saga", r => r.SagaCpu, "Processor time of the saga");
        return report;
    }
}
