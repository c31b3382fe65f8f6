using MassTransit;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// Where a message goes, without the broker's host and port: a scheduled message may leave weeks later, when the broker
/// has moved.
/// </summary>
/// <param name="Address">The exchange, as <c>exchange:Name?options</c>.</param>
/// <param name="Temporary">True for the queue of one process, which waits for an answer and may be gone.</param>
internal readonly record struct Destination(string Address, bool Temporary)
{
    private const string Queue = "queue:";

    public static Destination Of(Uri address)
    {
        var parsed = new RabbitMqEndpointAddress(address, address);
        var text = parsed.ToShortAddress().ToString();
        // A queue is declared by its consumer, with its consumer's arguments; the sender knows the exchange before it.
        return new Destination(
            text.StartsWith(Queue, StringComparison.Ordinal) ? $"exchange:{text[Queue.Length..]}" : text,
            parsed.AutoDelete
        );
    }
}
