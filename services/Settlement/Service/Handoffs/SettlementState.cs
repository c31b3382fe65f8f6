namespace IntegrationPlatform.Settlement.Handoffs;

/// <summary>Where a resident's settlement stands (SET-8).</summary>
public enum SettlementState
{
    /// <summary>The centre has not recommended a municipality yet.</summary>
    AwaitingRecommendation,

    /// <summary>The centre recommended a municipality; IMDi has not asked one.</summary>
    Recommended,

    /// <summary>A municipality was asked and may answer.</summary>
    Requested,

    /// <summary>The municipality accepted; the sections of the transfer are collected.</summary>
    Accepted,

    /// <summary>The municipality refused; IMDi may ask another.</summary>
    Refused,

    /// <summary>The municipality did not answer in time; IMDi may ask another.</summary>
    Expired,

    /// <summary>IMDi withdrew the request and may ask another.</summary>
    Withdrawn,

    /// <summary>The transfer event is on its way to IMDinett.</summary>
    Transferring,

    /// <summary>IMDinett acknowledged the transfer event.</summary>
    Transferred,

    /// <summary>The transfer conversation was held.</summary>
    ConversationHeld,

    /// <summary>The resident moved to the municipality.</summary>
    Settled,

    /// <summary>The resident started the introduction programme.</summary>
    ProgrammeStarted,
}
