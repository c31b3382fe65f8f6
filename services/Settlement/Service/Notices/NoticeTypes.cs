namespace IntegrationPlatform.Settlement.Notices;

/// <summary>The types of events that partners are told of; a change of meaning is a new version.</summary>
public static class NoticeTypes
{
    /// <summary>IMDi asked a municipality to settle a household (SET-3).</summary>
    public const string SettlementRequested = "no.imdi.integrering.settlement-requested.v1";

    /// <summary>A request was answered, expired or was withdrawn (SET-3).</summary>
    public const string SettlementRequestEnded = "no.imdi.integrering.settlement-request-ended.v1";

    /// <summary>IMDinett acknowledged a resident's transfer (SET-4).</summary>
    public const string ResidentTransferred = "no.imdi.integrering.resident-transferred.v1";

    /// <summary>A resident moved to the settlement municipality (SET-7).</summary>
    public const string ResidentSettled = "no.imdi.integrering.resident-settled.v1";

    /// <summary>A settled resident started the introduction programme (SET-7).</summary>
    public const string IntroductionProgrammeStarted = "no.imdi.integrering.introduction-programme-started.v1";
}
