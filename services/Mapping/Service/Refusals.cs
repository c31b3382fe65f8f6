using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Mapping;

/// <summary>What Mapping refuses.</summary>
internal static class Refusals
{
    public static readonly ProblemType UnknownCluster = new("unknown-cluster", 404, null, "You have no such cluster");

    public static readonly ProblemType UnknownResident = new(
        "unknown-resident",
        404,
        null,
        "You have no such resident"
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
}
