using System.Globalization;
using System.Text.Json.Serialization;

namespace IntegrationPlatform.Journey;

/// <summary>How a journey ended. What arrived is counted by the IMDinett receiver, not by the sender.</summary>
/// <param name="Residents">People who travelled.</param>
/// <param name="Clusters">Clusters that took part.</param>
/// <param name="Transferred">Residents whose transfer the platform says is acknowledged.</param>
/// <param name="Received">Of these residents, how many IMDinett holds a transfer of.</param>
/// <param name="Duplicates">Transfers that IMDinett applied beyond the first of a resident.</param>
/// <param name="Missing">Residents of whom IMDinett holds no transfer.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record JourneyResult(
    int Residents,
    int Clusters,
    int Transferred,
    int Received,
    int Duplicates,
    int Missing,
    double Seconds
)
{
    /// <summary>The result for people.</summary>
    [JsonIgnore]
    public string Sentence =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Residents} residents, {Clusters} clusters: IMDinett received {Received}, {Duplicates} twice, {Missing} missing; {Seconds:0.0} s."
        );

    /// <summary>True when everybody's transfer arrived exactly once.</summary>
    [JsonIgnore]
    public bool AllArrivedOnce => Transferred == Residents && Received == Residents && Duplicates == 0 && Missing == 0;
}
