using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>Writes and reads an envelope as a system without MassTransit would.</summary>
public static class Envelope
{
    public const string ContentType = "application/vnd.masstransit+json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Of<T>(T message, Guid? messageId)
        where T : class =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                messageId,
                messageType = new[] { MessageUrn.ForTypeString<T>() },
                message,
            },
            Json
        );

    public static T Message<T>(ReadOnlyMemory<byte> body) =>
        JsonDocument.Parse(body).RootElement.GetProperty("message").Deserialize<T>(Json)!;
}
