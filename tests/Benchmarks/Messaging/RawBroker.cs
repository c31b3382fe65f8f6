using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>RabbitMQ.Client without anything around it.</summary>
internal sealed class RawBroker : IAsyncDisposable
{
    private const string Queue = "raw";
    private const int Window = 1000;
    private const ushort AckEvery = 100;
    private readonly IConnection _connection;

    private RawBroker(IConnection connection) => _connection = connection;

    public static async Task<RawBroker> ConnectAsync(string address) =>
        new(await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync());

    /// <summary>
    /// Publishes with a window of confirms to a quorum queue, and consumes with a prefetch and acknowledgements by the
    /// hundred, at the same time: messages in a second, until the last is acknowledged.
    /// </summary>
    public async Task<double> PublishAndConsumeAsync(IReadOnlyList<object> events)
    {
        await using var channel = await _connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(
            Queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" }
        );
        await channel.BasicQosAsync(0, Window, global: false);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var received = 0;
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            received++;
            if (received % AckEvery == 0 || received == events.Count)
            {
                await channel.BasicAckAsync(delivery.DeliveryTag, multiple: true);
            }

            if (received == events.Count)
            {
                all.TrySetResult();
            }
        };
        await channel.BasicConsumeAsync(Queue, autoAck: false, consumer);
        var clock = Stopwatch.StartNew();
        await PublishAsync(events, _ => "", Queue);
        await all.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return events.Count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Publishes events as the platform's bus would, with a window of confirms.</summary>
    public Task PublishAsync(IReadOnlyList<object> events) => PublishAsync(events, ExchangeOf, "");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task PublishAsync(IReadOnlyList<object> events, Func<object, string> exchange, string key)
    {
        await using var channel = await _connection.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true,
                publisherConfirmationTrackingEnabled: true,
                // The client's own limiter slows down long before its limit; the window below is the bound.
                outstandingPublisherConfirmationsRateLimiter: null
            )
        );
        var confirms = new List<Task>(events.Count);
        foreach (var message in events)
        {
            var properties = new BasicProperties
            {
                ContentType = "application/vnd.masstransit+json",
                DeliveryMode = DeliveryModes.Persistent,
            };
            confirms.Add(
                channel
                    .BasicPublishAsync(exchange(message), key, mandatory: true, properties, Envelope(message))
                    .AsTask()
            );
            if (confirms.Count == Window)
            {
                await Task.WhenAll(confirms);
                confirms.Clear();
            }
        }

        await Task.WhenAll(confirms);
    }

    private static string ExchangeOf(object message) => $"{message.GetType().Namespace}:{message.GetType().Name}";

    private static byte[] Envelope(object message) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["messageId"] = Guid.CreateVersion7(),
                ["messageType"] = new JsonArray($"urn:message:{ExchangeOf(message)}"),
                ["message"] = JsonSerializer.SerializeToNode(message, JsonSerializerOptions.Web),
                ["sentTime"] = DateTime.UtcNow,
            }
        );
}
