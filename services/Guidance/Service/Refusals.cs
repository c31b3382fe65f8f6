using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Guidance;

/// <summary>What the guidance service refuses.</summary>
internal static class Refusals
{
    public static readonly ProblemType UnknownResident = new(
        "unknown-resident",
        404,
        null,
        "There is no such resident, or the case is not yours"
    );
    public static readonly ProblemType UnknownCluster = new(
        "unknown-cluster",
        404,
        null,
        "There is no such cluster, or it is not yours"
    );
    public static readonly ProblemType UnknownNote = new(
        "unknown-note",
        404,
        null,
        "The resident has no such version of a counsellor's note"
    );
    public static readonly ProblemType GuidanceBeforeMapping = new(
        "guidance-before-mapping",
        409,
        "GUI-1",
        "Guidance is for residents who have completed the competence mapping"
    );
    public static readonly ProblemType GuidanceInQueue = new(
        "guidance-in-queue",
        409,
        "GUI-2",
        "The career centre has no free place yet: the case is in its queue"
    );
    public static readonly ProblemType GuidanceClosed = new(
        "guidance-closed",
        409,
        "GUI-3",
        "The resident is settled or left the target group: the case is closed"
    );
    public static readonly ProblemType NoteAlreadySigned = new(
        "note-already-signed",
        409,
        "GUI-3",
        "A signed note never changes: draft the next version"
    );
    public static readonly ProblemType NoteSuperseded = new(
        "note-superseded",
        409,
        "GUI-3",
        "A newer version of the note exists"
    );
}
