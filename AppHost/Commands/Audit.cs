using System.Net.Http.Json;
using System.Text.Json;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Lets every service recompute its audit's chain, and says what holds (ALL-2).</summary>
internal static class Audit
{
    public static async Task<int> RunAsync()
    {
        var run = Checkout.Running();
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var services = run.Parts.Where(part => part.Replica == 1 && Platform.Services.Any(s => s.Name == part.Name));
        var rows = new List<string[]>();
        foreach (var service in services)
        {
            rows.Add(await RowAsync(http, service));
        }

        Columns.Write(["audit of", "entries sealed", "seals", "not sealed yet", "since", "verdict"], rows);
        return rows.TrueForAll(row => row[^1] == "holds") ? 0 : 1;
    }

    private static async Task<string[]> RowAsync(HttpClient http, RunningAt service)
    {
        try
        {
            var report = await http.GetFromJsonAsync<JsonElement>(new Uri(service.Address, "operations/audit"));
            return
            [
                service.Name,
                report.GetProperty("entries").ToString(),
                report.GetProperty("seals").ToString(),
                report.GetProperty("open").ToString(),
                report.GetProperty("openSince").ToString(),
                report.GetProperty("broken").GetString() is { } broken ? $"BROKEN: {broken}" : "holds",
            ];
        }
        catch (HttpRequestException away)
        {
            return [service.Name, "?", "?", "?", "?", $"could not be verified: {away.Message}"];
        }
    }
}
