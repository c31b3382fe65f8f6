using System.Globalization;
using System.Text.Json;

namespace IntegrationPlatform.Imdinett.Receiving;

/// <summary>An event as it arrived: CloudEvents 1.0 in structured JSON.</summary>
/// <param name="Id">The event's id; with the source it names the event.</param>
/// <param name="Type">Its type.</param>
/// <param name="Subject">The resident.</param>
/// <param name="Sequence">Its place among the subject's events, from 1.</param>
/// <param name="Data">What it says.</param>
internal sealed record CloudEvent(string Id, string Type, Guid Subject, int Sequence, JsonElement Data)
{
    public const string TransferType = "no.imdi.integrering.settlement-transfer.v1";

    public bool IsTransfer => Type == TransferType;

    /// <summary>The municipality that it is for.</summary>
    public (string Number, string Name) Municipality
    {
        get
        {
            var municipality = Data.GetProperty("municipality");
            return (municipality.GetProperty("number").GetString()!, municipality.GetProperty("name").GetString()!);
        }
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static CloudEvent Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var read = new CloudEvent(
                root.GetProperty("id").GetString()!,
                root.GetProperty("type").GetString()!,
                root.GetProperty("subject").GetGuid(),
                int.Parse(root.GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture),
                root.GetProperty("data").Clone()
            );
            return root.GetProperty("specversion").GetString() == "1.0" && read.Municipality.Number.Length == 4
                ? read
                : throw new FormatException("This is not a CloudEvent 1.0 for a municipality.");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("This is not an event.", fault);
        }
    }
}
