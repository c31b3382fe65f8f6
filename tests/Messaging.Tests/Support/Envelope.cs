using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>Reads an envelope as a receiver without MassTransit would.</summary>
public static class Envelope
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static T Message<T>(ReadOnlyMemory<byte> body) =>
        JsonDocument.Parse(body).RootElement.GetProperty("message").Deserialize<T>(Json)!;
}
