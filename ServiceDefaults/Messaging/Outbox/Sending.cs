using MassTransit;
using MassTransit.Serialization;
using RabbitMQ.Client.Exceptions;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>How sending one message ended.</summary>
internal enum SendResult
{
    /// <summary>The broker confirmed it.</summary>
    Sent,

    /// <summary>The broker answered that it does not take this message.</summary>
    Refused,

    /// <summary>No answer: the broker is away, or a channel closed on this message or on another of its window.</summary>
    Unanswered,

    /// <summary>Not tried, because an earlier one of its ordering key was not sent.</summary>
    Waiting,
}

/// <summary>Sends messages through the bus and tells a refusal from a broker that is away.</summary>
internal sealed class Sending(IBus bus, MessagingOptions options)
{
    /// <summary>
    /// Sends all of them at once, but those of one ordering key one after the other: no failure changes their order.
    /// </summary>
    public async Task<IReadOnlyList<(TakenMessage Message, SendResult Result, Exception? Fault)>> SendAsync(
        IEnumerable<TakenMessage> messages,
        CancellationToken cancellation
    )
    {
        var lines = messages.GroupBy(m => m.OrderingKey ?? m.MessageId);
        var results = await Task.WhenAll(lines.Select(line => SendInOrderAsync(line, cancellation)));
        return [.. results.SelectMany(r => r)];
    }

    private async Task<List<(TakenMessage, SendResult, Exception?)>> SendInOrderAsync(
        IEnumerable<TakenMessage> line,
        CancellationToken cancellation
    )
    {
        var results = new List<(TakenMessage, SendResult, Exception?)>();
        var open = true;
        foreach (var message in line)
        {
            if (!open)
            {
                results.Add((message, SendResult.Waiting, null));
                continue;
            }

            var (result, fault) = await SendAsync(message, cancellation);
            results.Add((message, result, fault));
            open = result == SendResult.Sent;
        }

        return results;
    }

    private async Task<(SendResult Result, Exception? Fault)> SendAsync(
        TakenMessage message,
        CancellationToken cancellation
    )
    {
        if (message.Held)
        {
            return (SendResult.Waiting, null);
        }

        if (message.ExpiresAt < TimeProvider.System.GetUtcNow())
        {
            return (SendResult.Sent, null);
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(options.SendTimeout);
        try
        {
            var endpoint = await bus.GetSendEndpoint(new Uri(message.Destination));
            await endpoint.Send(new SerializedMessageBody(), new StoredSend(message), timeout.Token);
            return (SendResult.Sent, null);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return (IsRefusal(fault) ? SendResult.Refused : SendResult.Unanswered, fault);
        }
    }

    // A nack, a return, or a message that cannot be put on the wire: said of this message and no other.
    private static bool IsRefusal(Exception fault) =>
        fault
            is not (
                OperationCanceledException
                or ConnectionException
                or OperationInterruptedException
                or ConnectFailureException
                or BrokerUnreachableException
                or IOException
                or ObjectDisposedException
                or TransportUnavailableException
                or TimeoutException
            );
}
