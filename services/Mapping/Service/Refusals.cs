using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Mapping;

/// <summary>What Mapping refuses.</summary>
internal static class Refusals
{
    public static readonly ProblemType UnknownCluster = new(
        "unknown-cluster",
        404,
        null,
        "There is no such cluster, or it is not yours"
    );

    public static readonly ProblemType UnknownResident = new(
        "unknown-resident",
        404,
        null,
        "There is no such resident, or the case is not yours"
    );

    public static readonly ProblemType DufCheckDigits = new(
        "duf-check-digits",
        422,
        "MAP-1",
        "The check digits of the DUF number do not fit: compare it with the resident's document, and send confirmDuf when it stands there"
    );

    public static readonly ProblemType DufHoldsPlace = new(
        "duf-holds-a-place",
        409,
        "MAP-1",
        "A resident with this DUF number already holds a place"
    );

    public static readonly ProblemType CentreFull = new("centre-full", 409, "MAP-1", "The centre has no free place");

    public static readonly ProblemType OtherDecisionThatDay = new(
        "other-decision-that-day",
        409,
        "MAP-1",
        "Another decision of that day is registered, and the newest decision must be one"
    );

    public static readonly ProblemType ResidentHasLeft = new(
        "resident-has-left",
        409,
        "MAP-1",
        "The resident is settled and has left the centre"
    );

    public static readonly ProblemType MappingIsForAdults = new(
        "mapping-is-for-adults",
        422,
        "MAP-2",
        "Only an adult's competence is mapped"
    );

    public static readonly ProblemType NoDeadlineRuns = new(
        "no-deadline-runs",
        409,
        "MAP-2",
        "No deadline runs for this resident: a child, already mapped, or settled"
    );

    public static readonly ProblemType NoMapping = new(
        "no-mapping",
        404,
        "MAP-5",
        "There is no such version of a mapping"
    );
}
