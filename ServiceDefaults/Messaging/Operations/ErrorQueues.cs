using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace IntegrationPlatform.Messaging.Operations;

/// <summary>A queue of messages that could not be handled.</summary>
/// <param name="Queue">The queue that the messages came from.</param>
/// <param name="Messages">How many wait for an operator.</param>
public sealed record ErrorQueue(string Queue, long Messages);

/// <summary>The error queues of a service: counted, and sent back to where their messages came from.</summary>
internal sealed class ErrorQueues(Broker broker)
{
    private const string FaultHeaders = "MT-Fault-";
    private const string ReasonHeader = "MT-Reason";
    private readonly ConcurrentDictionary<string, bool> _queues = new(StringComparer.Ordinal);

    /// <summary>The name of a queue's error queue.</summary>
    public static string Of(string queue) => $"{queue}_error";

    /// <summary>The name of the queue for messages of a type that nobody handles; an error queue like the other.</summary>
    public static string Skipped(string queue) => $"{queue}_skipped";

    /// <summary>Adds a queue of this service.</summary>
    public void Watch(string queue) => _queues[queue] = true;

    /// <summary>The error queues that hold messages.</summary>
    public async Task<IReadOnlyList<ErrorQueue>> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await broker.ConnectAsync(cancellation);
        var counted = new List<ErrorQueue>();
        foreach (var queue in _queues.Keys.Order(StringComparer.Ordinal))
        {
            var messages =
                await CountAsync(connection, Of(queue), cancellation)
                + await CountAsync(connection, Skipped(queue), cancellation);
            if (messages > 0)
            {
                counted.Add(new ErrorQueue(queue, messages));
            }
        }

        return counted;
    }

    /// <summary>
    /// Sends every message of the error queues back to its queue, unchanged: same id, same envelope. Each is confirmed
    /// before it leaves the error queue.
    /// </summary>
    public async Task<long> RedriveAsync(CancellationToken cancellation)
    {
        await using var connection = await broker.ConnectAsync(cancellation);
        long redriven = 0;
        foreach (var queue in _queues.Keys)
        {
            redriven += await RedriveAsync(connection, Of(queue), queue, cancellation);
            redriven += await RedriveAsync(connection, Skipped(queue), queue, cancellation);
        }

        return redriven;
    }

    private static async Task<long> CountAsync(IConnection connection, string queue, CancellationToken cancellation)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue, cancellation)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }

    private static async Task<long> RedriveAsync(
        IConnection connection,
        string from,
        string queue,
        CancellationToken cancellation
    )
    {
        var messages = await CountAsync(connection, from, cancellation);
        if (messages == 0)
        {
            return 0;
        }

        var confirms = new CreateChannelOptions(
            publisherConfirmationsEnabled: true,
            publisherConfirmationTrackingEnabled: true
        );
        await using var channel = await connection.CreateChannelAsync(confirms, cancellation);
        long moved = 0;
        while (moved < messages && await channel.BasicGetAsync(from, autoAck: false, cancellation) is { } message)
        {
            var properties = new BasicProperties(message.BasicProperties)
            {
                Headers = message
                    .BasicProperties.Headers?.Where(h =>
                        h.Key != ReasonHeader && !h.Key.StartsWith(FaultHeaders, StringComparison.Ordinal)
                    )
                    .ToDictionary(StringComparer.Ordinal),
            };
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellation);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellation);
            MessagingMetrics.Redriven.Add(1, new KeyValuePair<string, object?>("from", "queue"));
            moved++;
        }

        return moved;
    }
}
