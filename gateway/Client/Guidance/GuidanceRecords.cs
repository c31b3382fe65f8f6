using System.Text.Json.Serialization;

namespace IntegrationPlatform.Client;

/// <summary>What NAV added.</summary>
/// <param name="GivenOn">The day the guidance was given.</param>
/// <param name="Text">What it was; null for who may not read it.</param>
public sealed record AddedContribution(DateOnly GivenOn, string? Text);

/// <summary>Where a guidance case stands (GUI-1 to GUI-3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CasePhase>))]
public enum CasePhase
{
    /// <summary><c>expected</c>.</summary>
    [JsonStringEnumMemberName("expected")]
    Expected,

    /// <summary><c>awaitingMapping</c>.</summary>
    [JsonStringEnumMemberName("awaitingMapping")]
    AwaitingMapping,

    /// <summary><c>queued</c>.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary><c>open</c>.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary><c>guided</c>.</summary>
    [JsonStringEnumMemberName("guided")]
    Guided,

    /// <summary><c>closed</c>.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,
}

/// <summary>Where a case stands.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="State">The state.</param>
/// <param name="MappedOn">The day the mapping was completed.</param>
/// <param name="QueuePosition">1 for who is next; null when the case is not in the queue.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="WaitsFor">What is waited for now; null when nothing is.</param>
/// <param name="DueOn">The last day on which that is in time.</param>
/// <param name="Overdue">True when that day has passed.</param>
/// <param name="SignedNote">The newest signed version of the note.</param>
/// <param name="Sessions">Sessions, oldest first.</param>
/// <param name="Contributions">What NAV added, oldest first.</param>
public sealed record CaseStatus(
    Guid CaseId,
    Guid ResidentId,
    Guid ClusterId,
    CasePhase State,
    DateOnly? MappedOn,
    int? QueuePosition,
    DateOnly? OpenedOn,
    CaseWait? WaitsFor,
    DateOnly? DueOn,
    bool Overdue,
    int? SignedNote,
    IReadOnlyList<HeldSession> Sessions,
    IReadOnlyList<AddedContribution> Contributions
);

/// <summary>What a guidance case waits for; each has a deadline.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseWait>))]
public enum CaseWait
{
    /// <summary><c>place</c>.</summary>
    [JsonStringEnumMemberName("place")]
    Place,

    /// <summary><c>session</c>.</summary>
    [JsonStringEnumMemberName("session")]
    Session,

    /// <summary><c>note</c>.</summary>
    [JsonStringEnumMemberName("note")]
    Note,
}

/// <summary>The version that was drafted.</summary>
/// <param name="Version">Its number.</param>
public sealed record DraftedNote(int Version);

/// <summary>What NAV added.</summary>
/// <param name="GivenOn">The day.</param>
/// <param name="Text">What it says.</param>
/// <param name="Recorded">Who recorded it.</param>
public sealed record ExportedContribution(DateOnly GivenOn, string Text, Attribution Recorded);

/// <summary>A version of the note.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Words">What stands in it.</param>
/// <param name="Comment">What the resident said to it.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Drafted">Who drafted it.</param>
/// <param name="Signed">Who signed it.</param>
public sealed record ExportedNote(
    int Version,
    string Language,
    NoteWords Words,
    string? Comment,
    DateOnly? SignedOn,
    Attribution Drafted,
    Attribution? Signed
);

/// <summary>A session.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Form">Individual or group.</param>
/// <param name="Interpreter">True when an interpreter took part.</param>
/// <param name="Goals">The goals.</param>
/// <param name="Recorded">Who recorded it.</param>
public sealed record ExportedSession(
    DateOnly HeldOn,
    SessionForm Form,
    bool Interpreter,
    IReadOnlyList<string> Goals,
    Attribution Recorded
);

/// <summary>What Guidance holds on a person.</summary>
/// <param name="ResidentId">The id by which the platform knows the person.</param>
/// <param name="State">Where the case stands.</param>
/// <param name="MappedOn">The day of the mapping.</param>
/// <param name="OpenedOn">The day guidance began.</param>
/// <param name="SettledOn">The day of settlement.</param>
/// <param name="Sessions">The sessions.</param>
/// <param name="Notes">Every version of the counsellor's note, drafts included.</param>
/// <param name="Contributions">What NAV added.</param>
public sealed record GuidanceExport(
    Guid ResidentId,
    CasePhase State,
    DateOnly? MappedOn,
    DateOnly? OpenedOn,
    DateOnly? SettledOn,
    IReadOnlyList<ExportedSession> Sessions,
    IReadOnlyList<ExportedNote> Notes,
    IReadOnlyList<ExportedContribution> Contributions
);

/// <summary>A session that was held.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Form">Individual or group.</param>
/// <param name="Interpreter">True when an interpreter took part.</param>
/// <param name="Goals">The career goals spoken of; null for who may not read them.</param>
public sealed record HeldSession(DateOnly HeldOn, SessionForm Form, bool Interpreter, IReadOnlyList<string>? Goals);

/// <summary>Guidance that NAV gave.</summary>
/// <param name="GivenOn">The day.</param>
/// <param name="Text">What it was.</param>
public sealed record NavGuidance(DateOnly GivenOn, string Text);

/// <summary>A counsellor's note.</summary>
/// <param name="Text">The note.</param>
/// <param name="Language">The language it is written in (BCP 47), which the resident chose.</param>
/// <param name="Goals">The resident's career goals.</param>
public sealed record NoteDraft(string Text, string Language, IReadOnlyList<string> Goals);

/// <summary>A version of the counsellor's note.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Text">The note.</param>
/// <param name="Goals">The resident's career goals.</param>
/// <param name="DraftedOn">The day it was drafted.</param>
/// <param name="Comment">What the resident said to it.</param>
/// <param name="SignedOn">The day it was signed; null for a draft.</param>
/// <param name="SignedBy">Organisation number of who signed it.</param>
public sealed record NoteVersion(
    int Version,
    string Language,
    string Text,
    IReadOnlyList<string> Goals,
    DateOnly DraftedOn,
    string? Comment,
    DateOnly? SignedOn,
    string? SignedBy
);

/// <summary>What a counsellor's note says; it is stored sealed.</summary>
/// <param name="Text">The note.</param>
/// <param name="Goals">The resident's career goals.</param>
public sealed record NoteWords(string Text, IReadOnlyList<string> Goals);

/// <summary>The places and the queue of a career centre.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Capacity">Residents it can guide at the same time.</param>
/// <param name="Open">Residents it guides now.</param>
/// <param name="Waiting">Who waits, next first.</param>
public sealed record PlacesAndQueue(Guid ClusterId, int Capacity, int Open, IReadOnlyList<WaitingCase> Waiting);

/// <summary>The session that was recorded.</summary>
/// <param name="Id">Its id.</param>
public sealed record RecordedSession(Guid Id);

/// <summary>What the resident says to a note.</summary>
/// <param name="Comment">The comment.</param>
public sealed record ResidentComment(string Comment);

/// <summary>How a guidance session is held (GUI-3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionForm>))]
public enum SessionForm
{
    /// <summary><c>individual</c>.</summary>
    [JsonStringEnumMemberName("individual")]
    Individual,

    /// <summary><c>group</c>.</summary>
    [JsonStringEnumMemberName("group")]
    Group,
}

/// <summary>A session that was held.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Form">Form.</param>
/// <param name="Interpreter">True when an interpreter took part.</param>
/// <param name="Goals">The career goals spoken of.</param>
public sealed record SessionReport(DateOnly HeldOn, SessionForm Form, bool Interpreter, IReadOnlyList<string> Goals);

/// <summary>The version that was signed.</summary>
/// <param name="Version">Its number.</param>
/// <param name="SignedOn">The day.</param>
public sealed record SignedNote(int Version, DateOnly SignedOn);

/// <summary>A case that waits.</summary>
/// <param name="Position">1 for who is next.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="MappedOn">The day the mapping was completed, since when the resident waits.</param>
public sealed record WaitingCase(int Position, Guid ResidentId, DateOnly MappedOn);
