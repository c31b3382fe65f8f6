using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Says what runs, whether it is ready, and what waits: in queues, in outboxes, for an operator.</summary>
internal static class Status
{
    /// <summary>IMDi operates the deliveries.</summary>
    private const string Operator = "987879696";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync()
    {
        if (RunFile.Find(Checkout.Folder) is not { } run)
        {
            Console.WriteLine(
                Supervisor.Find() is null ? "The platform does not run." : "The platform is starting or stopping."
            );
            return 1;
        }

        using var http = new HttpClient { Timeout = Patience };
        var parts = await Task.WhenAll(run.Parts.Select(part => PartAsync(http, part)));
        Columns.Write(["part", "replica", "state", "address"], parts);

        var outboxes = await Task.WhenAll(
            run.Parts.Where(part => part.Replica == 1 && IsService(part)).Select(part => OutboxAsync(http, part))
        );
        Columns.Write(["outbox of", "waiting", "oldest", "scheduled", "parked", "in error queues"], outboxes);
        if (run.Servers is { } servers)
        {
            Columns.Write(["queue", "messages", "consumers"], await QueuesAsync(servers));
        }

        Console.WriteLine($"  Deliveries to IMDinett: {await DeliveriesAsync(http, run)}");
        return parts.All(part => part[2] == "ready") ? 0 : 1;
    }

    private static bool IsService(RunningAt part) => Platform.Services.Any(service => service.Name == part.Name);

    private static async Task<string[]> PartAsync(HttpClient http, RunningAt part)
    {
        var state = "not ready";
        try
        {
            using var answer = await http.GetAsync(new Uri(part.Address, "ready"));
            state = answer.IsSuccessStatusCode ? "ready" : state;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            state = ProcessSignals.Lives(part.Process) ? "does not answer" : "ended";
        }

        return [part.Name, part.Replica.ToString(CultureInfo.InvariantCulture), state, part.Address.ToString()];
    }

    private static async Task<string[]> OutboxAsync(HttpClient http, RunningAt part)
    {
        try
        {
            var report = await http.GetFromJsonAsync<JsonElement>(new Uri(part.Address, "operations/messaging"));
            var outbox = report.GetProperty("outbox");
            return
            [
                part.Name,
                outbox.GetProperty("waiting").ToString(),
                string.Create(CultureInfo.InvariantCulture, $"{outbox.GetProperty("oldestSeconds").GetDouble():0.0} s"),
                outbox.GetProperty("scheduled").ToString(),
                outbox.GetProperty("parked").ToString(),
                Errors(report.GetProperty("errorQueues")),
            ];
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return [part.Name, "?", "?", "?", "?", "?"];
        }
    }

    private static string Errors(JsonElement queues) =>
        queues.ValueKind == JsonValueKind.Array
            ? queues
                .EnumerateArray()
                .Sum(queue => queue.GetProperty("messages").GetInt64())
                .ToString(CultureInfo.InvariantCulture)
            : "?";

    private static async Task<IReadOnlyList<string[]>> QueuesAsync(ServersOfRun servers)
    {
        try
        {
            var queues = await new ErlangCall(servers.RabbitMqControlPort, servers.RabbitMqCookie).QueuesAsync();
            return
            [
                .. queues
                    .OrderBy(queue => queue.Name, StringComparer.Ordinal)
                    .Select(queue =>
                        new[]
                        {
                            queue.Name,
                            queue.Messages.ToString(CultureInfo.InvariantCulture),
                            queue.Consumers.ToString(CultureInfo.InvariantCulture),
                        }
                    ),
            ];
        }
        catch (InvalidOperationException)
        {
            return
            [
                ["RabbitMQ does not answer", "?", "?"],
            ];
        }
    }

    /// <summary>What Settlement says of its deliveries, asked as their operator, and what the receiver has.</summary>
    private static async Task<string> DeliveriesAsync(HttpClient http, RunFile run)
    {
        try
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                new Uri(run.Gateway, "settlement/v1/deliveries")
            );
            var token = await new LocalClient(run).TokenAsync(Operator, $"{Platform.ScopePrefix}settlement.read");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            var sent = await answer.Content.ReadFromJsonAsync<JsonElement>();
            var received = await http.GetFromJsonAsync<JsonElement>(new Uri(run.Imdinett, "transfers"));
            return $"{sent.GetProperty("pending")} pending, {sent.GetProperty("delivered")} delivered, "
                + $"{sent.GetProperty("parked")} parked; it has {received.GetArrayLength()} transfers";
        }
        catch (Exception fault)
            when (fault is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            return $"unknown ({fault.Message})";
        }
    }
}
