namespace IntegrationPlatform.Grants.Interests;

/// <summary>
/// One version of a municipality's expression of interest (GRA-1, GRA-2). Its description is binding (GRA-4), so a
/// version never changes: before the deadline a new one takes its place.
/// </summary>
public sealed class Interest
{
    /// <summary>The id of this version.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>The municipality's number.</summary>
    public required string Municipality { get; init; }

    /// <summary>The municipality's organisation number.</summary>
    public required string Organisation { get; init; }

    /// <summary>1 for the first; the highest is the one that counts.</summary>
    public required int Version { get; init; }

    /// <summary>True once a newer version took its place.</summary>
    public bool Superseded { get; set; }

    /// <summary>The day it was sent.</summary>
    public required DateOnly SentOn { get; init; }

    /// <summary>The client that sent it (ALL-2).</summary>
    public required string Client { get; init; }

    /// <summary>The centre.</summary>
    public required Centre Centre { get; init; }

    /// <summary>The career centre.</summary>
    public required CareerCentre CareerCentre { get; init; }

    /// <summary>Organisation number of the NAV office, if it takes part.</summary>
    public string? NavOffice { get; init; }

    /// <summary>How the centre will be built up and developed.</summary>
    public required string Ambition { get; init; }

    /// <summary>The municipality takes a reservation for its political treatment (GRA-4).</summary>
    public required bool PoliticalReservation { get; init; }

    /// <summary>The letter of intent.</summary>
    public required LetterOfIntent LetterOfIntent { get; init; }

    /// <summary>The assessments, oldest first; the last one counts.</summary>
    public List<Assessment> Assessments { get; init; } = [];

    /// <summary>The assessment that counts; null before the first.</summary>
    public Assessment? Assessed => Assessments.MaxBy(a => a.Version);
}
