using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationPlatform.Settlement.Webhooks;

/// <summary>An event that leaves the platform: CloudEvents 1.0 in structured JSON, with the <c>sequence</c> extension.</summary>
/// <param name="Id">The same on every delivery of the event.</param>
/// <param name="Type">What happened; a change of meaning is a new version.</param>
/// <param name="Subject">The id of what it is about.</param>
/// <param name="Time">When it was composed, on the platform's clock.</param>
/// <param name="Sequence">Orders the events of one subject: ten digits, from 1; null where another order is promised.</param>
/// <param name="Data">What it says.</param>
public sealed record CloudEvent(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("subject")] Guid Subject,
    [property: JsonPropertyName("time")] DateTimeOffset Time,
    [property: JsonPropertyName("sequence"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        string? Sequence,
    [property: JsonPropertyName("data")] object Data
)
{
    /// <summary>The media type of an event in structured mode.</summary>
    public const string MediaType = "application/cloudevents+json";

    /// <summary>The version of the specification.</summary>
    [JsonPropertyName("specversion")]
    public string SpecVersion => "1.0";

    /// <summary>Who says so.</summary>
    [JsonPropertyName("source")]
    public string Source => "urn:imdi:integrering:settlement";

    /// <summary>The media type of the data.</summary>
    [JsonPropertyName("datacontenttype")]
    public string DataContentType => "application/json";

    /// <summary>An event of a handoff; its id is the handoff's and the sequence.</summary>
    /// <param name="handoffId">The handoff.</param>
    /// <param name="residentId">The resident.</param>
    /// <param name="sequence">The event's place among the resident's, from 1.</param>
    /// <param name="type">What happened.</param>
    /// <param name="data">What it says.</param>
    /// <param name="time">When it was composed.</param>
    public static CloudEvent Of(
        Guid handoffId,
        Guid residentId,
        int sequence,
        string type,
        object data,
        DateTimeOffset time
    ) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{handoffId}/{sequence}"),
            type,
            residentId,
            time,
            sequence.ToString("D10", CultureInfo.InvariantCulture),
            data
        );
}
