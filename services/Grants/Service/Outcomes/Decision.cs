namespace IntegrationPlatform.Grants.Outcomes;

/// <summary>IMDi's choice of hosts in a round, made once (GRA-2, GRA-3).</summary>
public sealed class Decision
{
    /// <summary>The round.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>The day of the decision.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The chosen interests.</summary>
    public required List<Guid> InterestIds { get; init; }

    /// <summary>The directorates that were heard.</summary>
    public required List<ConsultedDirectorate> Consulted { get; init; }

    /// <summary>Why these.</summary>
    public required string Grounds { get; init; }

    /// <summary>The place of the chosen portfolio in the ranking, 1 for the best: the directorates may choose another.</summary>
    public required int Place { get; init; }

    /// <summary>The client that sent it (ALL-2).</summary>
    public required string Client { get; init; }
}

/// <summary>A directorate that IMDi decides with (GRA-2).</summary>
public enum ConsultedDirectorate
{
    /// <summary>HK-dir (was Vox).</summary>
    Hkdir,

    /// <summary>UDI.</summary>
    Udi,

    /// <summary>Arbeids- og velferdsdirektoratet.</summary>
    Avdir,
}
