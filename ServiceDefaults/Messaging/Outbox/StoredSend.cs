using System.Net.Mime;
using System.Text;
using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>Gives a send its stored form back: ids, headers and the envelope, byte for byte.</summary>
internal sealed class StoredSend(TakenMessage message) : IPipe<SendContext>, IMessageSerializer, MessageBody
{
    public ContentType ContentType { get; } = new(message.ContentType);

    public long? Length => message.Body.Length;

    public Task Send(SendContext context)
    {
        context.Serializer = this;
        context.MessageId = message.MessageId;
        context.CorrelationId = message.CorrelationId;
        context.SupportedMessageTypes = [message.MessageType];
        if (message.ExpiresAt is { } expiry)
        {
            context.TimeToLive = expiry - TimeProvider.System.GetUtcNow();
        }

        if (Values(message.Headers) is { } headers)
        {
            foreach (var (name, value) in headers)
            {
                context.Headers.Set(name, value);
            }
        }

        if (context is TransportSendContext transport)
        {
            if (Values(message.Properties) is { } properties)
            {
                transport.ReadPropertiesFrom(properties);
            }

            transport.Mandatory |= message.Mandatory;
        }

        return Task.CompletedTask;
    }

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => this;

    public Stream GetStream() => new MemoryStream(message.Body, writable: false);

    public byte[] GetBytes() => message.Body;

    public string GetString() => Encoding.UTF8.GetString(message.Body);

    public void Probe(ProbeContext context) => context.CreateScope("outbox");

    private static Dictionary<string, object>? Values(string? json) =>
        json is null ? null : SystemTextJsonMessageSerializer.Instance.DeserializeDictionary<object>(json);
}
