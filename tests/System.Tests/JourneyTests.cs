using System.Net.Http.Json;
using System.Text.Json;
using IntegrationPlatform.Journey;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.SystemTests;

/// <summary>The journey through the real gateway, services, broker and database, undisturbed and with parts killed.</summary>
public sealed class JourneyTests(RunningPlatform running) : IClassFixture<RunningPlatform>
{
    private const int Residents = 16;
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private LocalPlatform Platform => running.Platform;

    [Fact]
    public async Task Every_resident_ends_transferred_and_is_received_once()
    {
        using var faults = new Faults(new Dictionary<string, Func<Task>>(StringComparer.Ordinal));

        await TravelAsync(faults);

        await NothingIsLeftOverAsync();
    }

    [Fact]
    public async Task Whatever_is_killed_in_the_middle_every_resident_is_received_once()
    {
        var kills = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
        {
            ["households arrived"] = () => KillAndStartAsync("mapping", 1),
            ["mappings"] = KillBrokerAsync,
            ["guidance"] = () => KillAndStartAsync("gateway", 1),
            ["plans"] = KillPostgresAsync,
            ["first answers"] = KillBrokerAsync,
            ["second answers"] = () => KillAndStartAsync("settlement", 1),
            ["transfers acknowledged"] = () => KillAndStartAsync("settlement", 2),
        };
        using var faults = new Faults(kills);

        await TravelAsync(faults);
        await faults.OverAsync();

        Assert.Equal(kills.Keys.Order(StringComparer.Ordinal), faults.Happened.Order(StringComparer.Ordinal));
        await NothingIsLeftOverAsync();
    }

    private async Task TravelAsync(Faults faults)
    {
        using var patience = new CancellationTokenSource(Long);

        var result = await Play.Journey(Platform.Run, Residents, faults, patience.Token);

        Assert.Equal(
            new JourneyResult(Residents, 5, Transferred: Residents, Received: Residents, 0, 0, result.Seconds),
            result
        );
    }

    private async Task KillAndStartAsync(string part, int replica)
    {
        await Platform.Find(part, replica).KillAsync();
        await Platform.Find(part, replica).StartAgainAsync();
    }

    private async Task KillBrokerAsync()
    {
        await Platform.BrokerNodes[0].KillAsync();
        await Platform.BrokerNodes[0].StartAgainAsync();
    }

    private async Task KillPostgresAsync()
    {
        await Platform.Postgres.KillAsync();
        await Platform.Postgres.StartAgainAsync();
    }

    private async Task NothingIsLeftOverAsync()
    {
        using var http = new HttpClient();
        foreach (var service in IntegrationPlatform.Platform.Services)
        {
            var report = new Uri(Platform.Find(service.Name).Address, "operations/messaging");
            await Eventually.Holds(
                $"{service.Name} has delivered everything, and nothing is parked or in an error queue",
                async () => IsEmpty(await http.GetFromJsonAsync<JsonElement>(report))
            );
        }
    }

    private static bool IsEmpty(JsonElement report) =>
        report.GetProperty("outbox").GetProperty("waiting").GetInt64() == 0
        && report.GetProperty("parked").GetArrayLength() == 0
        && report.GetProperty("errorQueues") is { ValueKind: JsonValueKind.Array } errors
        && errors.GetArrayLength() == 0;
}
