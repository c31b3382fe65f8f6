namespace IntegrationPlatform.Guidance.Cases;

/// <summary>Where a guidance case stands (GUI-1 to GUI-3).</summary>
public enum CasePhase
{
    /// <summary>Something is known of the resident, but not the cluster.</summary>
    Expected,

    /// <summary>The mapping is waited for: the gate of GUI-1.</summary>
    AwaitingMapping,

    /// <summary>A free place at the career centre is waited for (GUI-2).</summary>
    Queued,

    /// <summary>The resident is guided.</summary>
    Open,

    /// <summary>A counsellor's note is signed.</summary>
    Guided,

    /// <summary>Settled, left the target group, or erased.</summary>
    Closed,
}
