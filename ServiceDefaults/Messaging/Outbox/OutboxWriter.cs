using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>Turns what is sent into rows of the service's database; they commit with the rows beside them.</summary>
internal sealed class OutboxWriter<TDb>(TDb db, Destinations destinations, TimeProvider clock, OutboxSignal<TDb> signal)
    : IDisposable
    where TDb : DbContext
{
    // MassTransit keeps the names of the transport's properties to itself.
    private const string Exchange = "RMQ-Exchange";
    private const string Delay = "Delay";

    /// <summary>Adds the message to the context, which saves it.</summary>
    /// <param name="context">The message as the transport would send it.</param>
    /// <param name="saga">The saga that sends it, if one does.</param>
    /// <exception cref="InvalidOperationException">An event's type is not public.</exception>
    public void Add<T>(SendContext<T> context, Guid? saga)
        where T : class
    {
        var address = destinations.Of(context.DestinationAddress!);
        // An event may have no subscriber; what is sent to one receiver must reach its queue.
        var published = destinations.OfPublished<T>()?.Address == address.Address;
        if (published && address.Temporary)
        {
            throw new InvalidOperationException(
                $"{typeof(T).Name} is not public: MassTransit would give it an exchange that does not outlive the broker. Make it public."
            );
        }

        var row = new OutboxMessage
        {
            Due = context.Delay is { } delay ? clock.GetUtcNow() + delay : OutboxMessage.AtOnce,
            // A schedule is ordered by its time alone.
            OrderingKey = context.Delay is null ? saga ?? OrderingKey<T>.Of(context.Message) : null,
            MessageId = context.MessageId!.Value,
            CorrelationId = context.CorrelationId,
            Token = context.ScheduledMessageId,
            MessageType = MessageUrn.ForTypeString<T>(),
            Destination = address.Address,
            Mandatory = !address.Temporary && !published,
            ContentType = context.ContentType?.ToString() ?? context.Serializer.ContentType.ToString(),
            Body = context.Serializer.GetMessageBody(context).GetBytes(),
            Headers = Json(context.Headers.GetAll()),
            Properties = Json(PropertiesOf(context)),
            ExpiresAt = TimeProvider.System.GetUtcNow() + context.TimeToLive,
            WrittenAt = TimeProvider.System.GetUtcNow(),
        };
        MessagingSpans.Note("outbox.written", row.MessageId);
        // A consumer may publish a batch from several tasks at once; a context takes one at a time.
        lock (db)
        {
            db.Add(row);
        }

        signal.Written(db);
    }

    // What has not committed by the end of the scope never will, and a pooled context goes on to another.
    public void Dispose() => signal.RolledBack(db);

    private static Dictionary<string, object> PropertiesOf<T>(SendContext<T> context)
        where T : class
    {
        var properties = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        if (context is TransportSendContext transport)
        {
            transport.WritePropertiesTo(properties);
            // The exchange is the destination, and a delay would ask the broker for a plugin.
            properties.Remove(Exchange);
            properties.Remove(Delay);
        }

        return properties;
    }

    private static string? Json(IEnumerable<KeyValuePair<string, object>> values) =>
        values.Any() ? SystemTextJsonMessageSerializer.Instance.SerializeDictionary(values) : null;
}
