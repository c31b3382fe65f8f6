using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>An event to IMDinett: CloudEvents 1.0 in structured JSON, with the <c>sequence</c> extension.</summary>
/// <param name="Id">The handoff's id and the sequence; the same on every delivery of the event.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Subject">The resident's id.</param>
/// <param name="Time">When it was composed, on the platform's clock.</param>
/// <param name="Sequence">Orders the events of one subject: ten digits, from 1.</param>
/// <param name="Data">What it says.</param>
public sealed record CloudEvent(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("subject")] Guid Subject,
    [property: JsonPropertyName("time")] DateTimeOffset Time,
    [property: JsonPropertyName("sequence")] string Sequence,
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

    /// <summary>An event of a handoff.</summary>
    /// <param name="handoffId">The handoff.</param>
    /// <param name="residentId">The resident.</param>
    /// <param name="sequence">The event's place among the resident's, from 1.</param>
    /// <param name="type">One of <see cref="EventTypes"/>.</param>
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

/// <summary>The types of events that IMDinett receives; a change of meaning is a new version.</summary>
public static class EventTypes
{
    /// <summary>Everything that is handed over on acceptance (SET-4).</summary>
    public const string Transfer = "no.imdi.integrering.settlement-transfer.v1";

    /// <summary>Supplementary information from the cluster (SET-5).</summary>
    public const string Supplement = "no.imdi.integrering.settlement-supplement.v1";
}
