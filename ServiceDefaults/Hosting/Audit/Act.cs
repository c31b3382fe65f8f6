namespace IntegrationPlatform.Hosting.Audit;

/// <summary>What was done with a person's data, as it can be read out to them; each has a sentence in every language.</summary>
public enum Act
{
    /// <summary>Looked at the case, without seeing who it is.</summary>
    LookedAtCase,

    /// <summary>Looked at who the person is.</summary>
    LookedAtIdentity,

    /// <summary>Looked at the competence mapping.</summary>
    LookedAtCompetence,

    /// <summary>Looked at the counsellor's notes.</summary>
    LookedAtNotes,

    /// <summary>Looked at the individual plan and what was completed.</summary>
    LookedAtPlan,

    /// <summary>Read this log.</summary>
    ReadLog,

    /// <summary>Took out everything that is held on the person.</summary>
    Exported,

    /// <summary>Registered, wrote or decided something.</summary>
    Changed,

    /// <summary>Sent it on, to the municipality that accepted the person.</summary>
    Sent,

    /// <summary>Erased the person's data.</summary>
    Erased,
}
