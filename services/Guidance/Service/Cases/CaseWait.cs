namespace IntegrationPlatform.Guidance.Cases;

/// <summary>What a guidance case waits for; each has a deadline.</summary>
public enum CaseWait
{
    /// <summary>A free place at the career centre (GUI-2).</summary>
    Place,

    /// <summary>The first session (GUI-3).</summary>
    Session,

    /// <summary>The signed note (GUI-3).</summary>
    Note,
}
