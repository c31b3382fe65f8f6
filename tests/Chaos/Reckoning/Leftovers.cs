using System.Net.Http.Json;
using System.Text.Json;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.Chaos.Reckoning;

/// <summary>What is left in outboxes and queues.</summary>
/// <param name="Waiting">Messages in outboxes that are due.</param>
/// <param name="InQueues">Messages in queues, those of the error queues included.</param>
/// <param name="Parked">Messages that the broker refused too often.</param>
/// <param name="InErrorQueues">Messages that could not be handled.</param>
public sealed record Leftovers(long Waiting, long InQueues, long Parked, long InErrorQueues)
{
    /// <summary>True when nothing is left.</summary>
    public bool IsNothing => this == new Leftovers(0, 0, 0, 0);

    /// <summary>Counts; null when a service or the broker cannot say now.</summary>
    internal static async Task<Leftovers?> CountAsync(LocalPlatform platform)
    {
        try
        {
            return await AskAsync(platform);
        }
        catch (Exception away)
            when (away is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<Leftovers> AskAsync(LocalPlatform platform)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        var left = new Leftovers(0, 0, 0, 0);
        foreach (var service in platform.Parts.Where(part => part.Part.Database is not null && part.Replica == 1))
        {
            var report = await http.GetFromJsonAsync<JsonElement>(new Uri(service.Address, "operations/messaging"));
            left = new Leftovers(
                left.Waiting + report.GetProperty("outbox").GetProperty("waiting").GetInt64(),
                0,
                left.Parked + report.GetProperty("outbox").GetProperty("parked").GetInt64(),
                left.InErrorQueues
                    + report
                        .GetProperty("errorQueues")
                        .EnumerateArray()
                        .Sum(queue => queue.GetProperty("messages").GetInt64())
            );
        }

        var queues = await platform.BrokerNodes[0].Control.QueuesAsync();
        return left with { InQueues = queues.Sum(queue => queue.Messages) };
    }
}
