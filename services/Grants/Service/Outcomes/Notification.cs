namespace IntegrationPlatform.Grants.Outcomes;

/// <summary>Who hears the outcome for one municipality, and from which directorate (GRA-1, S1).</summary>
public sealed class Notification
{
    /// <summary>The notification's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>The municipality that it is about.</summary>
    public required string Municipality { get; init; }

    /// <summary>True when the municipality was chosen.</summary>
    public required bool Chosen { get; init; }

    /// <summary>Who hears it.</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>The recipient's organisation number; null for those who get a copy, which are named by the county.</summary>
    public string? Organisation { get; init; }

    /// <summary>The recipient as it is written on the letter.</summary>
    public required string Addressee { get; init; }

    /// <summary>The directorate that says it.</summary>
    public required Sender From { get; init; }

    /// <summary>True for a copy.</summary>
    public required bool Copy { get; init; }

    /// <summary>The day of the outcome.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>Who hears an outcome.</summary>
public enum Recipient
{
    /// <summary>The municipality.</summary>
    Municipality,

    /// <summary>The centre's operator.</summary>
    Centre,

    /// <summary>The career centre.</summary>
    CareerCentre,

    /// <summary>The county governor (copy).</summary>
    CountyGovernor,

    /// <summary>The county (copy).</summary>
    County,

    /// <summary>NAV in the county (copy).</summary>
    CountyNav,

    /// <summary>The Ministry of Justice and Public Security (copy).</summary>
    Ministry,
}

/// <summary>The directorate that tells somebody the outcome.</summary>
public enum Sender
{
    /// <summary>IMDi tells the municipality, and sends the copies.</summary>
    Imdi,

    /// <summary>UDI tells the centre.</summary>
    Udi,

    /// <summary>HK-dir tells the career centre.</summary>
    Hkdir,
}
