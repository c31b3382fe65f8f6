namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>
/// What the gateway costs, as ratios within one run: every door is measured again in every round, one after the other.
/// </summary>
internal static class GatewayBench
{
    private const int Clients = 32;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);

    public static async Task RunAsync(BenchOptions options)
    {
        var size = options.Quick ? GatewaySize.Quick : GatewaySize.Full;
        var machine = Machine.Describe();
        Console.WriteLine("Starting the issuer, a service, and the doors to it.");
        await using var rig = await GatewayRig.StartAsync();
        if (rig.Doors.All(door => door.Name != "nginx"))
        {
            Console.WriteLine("nginx is not installed here (apt-get install nginx): vs_nginx is left out.");
        }

        Console.WriteLine("Warming up.");
        await WarmUpAsync(rig, size.WarmUp);

        var rounds = new List<GatewayRound>();
        for (var i = 1; i <= size.Rounds; i++)
        {
            Console.WriteLine($"Round {i} of {size.Rounds}.");
            rounds.Add(await RoundAsync(rig, size));
        }

        Report(machine, rig, rounds).Write(options.Json);
    }

    // The gateways without a check as well: a process that has run less is slower than one with a check more.
    private static async Task WarmUpAsync(GatewayRig rig, int requests)
    {
        var (get, post) = (Get(rig), Post(rig));
        foreach (var door in rig.Doors.Concat(rig.Unchecked.Select(one => one.Door)))
        {
            await HttpLoad.RunAsync(door.Port, Clients, requests, _ => get);
            await HttpLoad.RunAsync(door.Port, Clients, requests, _ => post);
        }
    }

    private static HttpCall Get(GatewayRig rig) => HttpCall.Get(SmallService.Resident, rig.Token);

    private static HttpCall Post(GatewayRig rig) =>
        HttpCall.Post(SmallService.Residents, SmallService.Arrival, rig.Token);

    private static async Task<GatewayRound> RoundAsync(GatewayRig rig, GatewaySize size)
    {
        var (get, post) = (Get(rig), Post(rig));
        var round = new GatewayRound();
        foreach (var door in rig.Doors)
        {
            round.Gets[door.Name] = await Passage.OfAsync(door, rig.ServiceId, Clients, size.Requests, get);
            round.Posts[door.Name] = await Passage.OfAsync(door, rig.ServiceId, Clients, size.Requests, post);
            round.Milliseconds[door.Name] = await HttpLoad.PacedAsync(
                door.Port,
                size.Paced / size.Rounds,
                Pace,
                _ => get
            );
        }

        foreach (var (check, door) in rig.Unchecked)
        {
            round.Without[check.Name] = await Passage.OfAsync(door, rig.ServiceId, Clients, size.Requests, get);
        }

        return round;
    }

    private static BenchReport Report(string machine, GatewayRig rig, IReadOnlyList<GatewayRound> rounds)
    {
        var report = new BenchReport("gateway", machine);
        var others = rig.Doors.Where(door => door.Name != "gateway").ToList();

        double Of(Func<GatewayRound, double> figure) => rounds.Select(figure).Median();

        report.Heading("Requests a second, 32 connections, medians: GET");
        foreach (var door in rig.Doors)
        {
            report.Figure($"{door.Name}_get_per_second", Of(r => r.Gets[door.Name].PerSecond), door.Label, "a second");
        }

        report.Heading("POST");
        foreach (var door in rig.Doors)
        {
            report.Figure(
                $"{door.Name}_post_per_second",
                Of(r => r.Posts[door.Name].PerSecond),
                door.Label,
                "a second"
            );
        }

        report.Heading("The gateway's rate to theirs, GET and POST together, medians over the rounds");
        foreach (var door in others)
        {
            report.Ratio($"vs_{door.Name}", Of(r => r.Rate("gateway") / r.Rate(door.Name)), door.Label);
        }

        report.Heading("Processor time of bare YARP to the gateway's own: what is between load and service, alone");
        report.Ratio("cpu_vs_yarp", Of(r => r.Gets["yarp"].DoorCpu / r.Gets["gateway"].DoorCpu), "GET");

        report.Heading("One request at a time, two hundred a second");
        foreach (var door in rig.Doors)
        {
            var all = rounds.SelectMany(r => r.Milliseconds[door.Name]).ToList();
            report.Figure($"{door.Name}_p50_ms", all.Median(), $"{door.Label}, median", "ms");
            report.Figure($"{door.Name}_p99_ms", all.Percentile(99), $"{door.Label}, 99th percentile", "ms");
        }

        report.Heading("Processor time of a GET");
        foreach (var door in rig.Doors)
        {
            if (door.ProcessId != 0)
            {
                report.Figure($"{door.Name}_cpu_us", Of(r => r.Gets[door.Name].DoorCpu), door.Label, "µs");
            }
        }

        report.Figure("service_cpu_us", Of(r => r.Gets["gateway"].ServiceCpu), "The service, behind the gateway", "µs");
        report.Figure("load_cpu_us", Of(r => r.Gets["gateway"].LoadCpu), "The load, in front of the gateway", "µs");

        report.Heading(
            "What of it each check is: the gateway's processor time less that of the gateway without the check"
        );
        foreach (var (check, door) in rig.Unchecked)
        {
            report.Figure(
                $"check_{check.Name}_cpu_us",
                Of(r => r.Gets["gateway"].DoorCpu - r.Without[check.Name].DoorCpu),
                door.Label,
                "µs"
            );
        }

        return report;
    }
}
