using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Grants;

/// <summary>How the grants service refuses.</summary>
public static class Refusals
{
    /// <summary>Not there, or none of the caller's business.</summary>
    public static readonly ProblemType UnknownRound = new("unknown-round", 404, null, "There is no such round");

    /// <summary>Not there, or none of the caller's business.</summary>
    public static readonly ProblemType UnknownInterest = new(
        "unknown-interest",
        404,
        null,
        "There is no such expression of interest"
    );

    /// <summary>Not there, or none of the caller's business.</summary>
    public static readonly ProblemType UnknownCluster = new(
        "unknown-cluster",
        404,
        null,
        "There is no such cluster, or it is not yours"
    );

    /// <summary>Not there, or none of the caller's business.</summary>
    public static readonly ProblemType UnknownAppropriation = new(
        "unknown-appropriation",
        404,
        null,
        "Nothing is appropriated for this in that year"
    );

    /// <summary>Not there, or none of the caller's business.</summary>
    public static readonly ProblemType UnknownAllocation = new(
        "unknown-allocation",
        404,
        null,
        "There is no such allocation"
    );

    /// <summary>The deadline for interests is over.</summary>
    public static readonly ProblemType InterestTooLate = new(
        "interest-too-late",
        409,
        "GRA-1",
        "The deadline for expressions of interest is over"
    );

    /// <summary>Interests can still be sent.</summary>
    public static readonly ProblemType InterestsStillOpen = new(
        "interests-still-open",
        409,
        "GRA-1",
        "The municipalities can still send or replace their expressions of interest"
    );

    /// <summary>The decision was due before today.</summary>
    public static readonly ProblemType RoundLapsed = new(
        "round-lapsed",
        409,
        "GRA-1",
        "The deadline for the decision is over: the round lapsed"
    );

    /// <summary>The round is decided.</summary>
    public static readonly ProblemType AlreadyDecided = new(
        "round-already-decided",
        409,
        "GRA-1",
        "The hosts of the round are chosen"
    );

    /// <summary>A newer version counts.</summary>
    public static readonly ProblemType InterestSuperseded = new(
        "interest-superseded",
        409,
        "GRA-2",
        "The municipality sent a newer version of this expression of interest"
    );

    /// <summary>Something is not assessed.</summary>
    public static readonly ProblemType NotAssessed = new(
        "interest-not-assessed",
        409,
        "GRA-2",
        "Every expression of interest has to be assessed first"
    );

    /// <summary>Too few interests to choose among.</summary>
    public static readonly ProblemType TooFewInterests = new(
        "too-few-interests",
        409,
        "GRA-3",
        "There are fewer expressions of interest than hosts to choose"
    );

    /// <summary>The wrong number of hosts.</summary>
    public static readonly ProblemType WrongNumberOfHosts = new(
        "wrong-number-of-hosts",
        422,
        "GRA-1",
        "The decision does not name the number of hosts that the round chooses"
    );

    /// <summary>A directorate was not heard.</summary>
    public static readonly ProblemType NotConsulted = new(
        "directorate-not-consulted",
        422,
        "GRA-2",
        "IMDi decides with HK-dir, UDI and AVdir"
    );

    /// <summary>The cluster lost its place.</summary>
    public static readonly ProblemType ClusterRevoked = new(
        "cluster-revoked",
        409,
        "GRA-4",
        "The choice of the cluster was reversed: nothing is paid to it"
    );

    /// <summary>More than there is.</summary>
    public static readonly ProblemType Overdrawn = new(
        "appropriation-overdrawn",
        409,
        "GRA-9",
        "The line does not hold that much"
    );

    /// <summary>Nobody to distribute to.</summary>
    public static readonly ProblemType NobodyToCountBy = new(
        "nobody-to-count-by",
        409,
        "GRA-5",
        "There are no residents to distribute by"
    );

    /// <summary>The same person twice.</summary>
    public static readonly ProblemType SamePerson = new(
        "payment-needs-another-person",
        409,
        "GRA-10",
        "This person approved the payment already: another one is needed"
    );

    /// <summary>Ordered already.</summary>
    public static readonly ProblemType AlreadyOrdered = new(
        "payment-already-ordered",
        409,
        "GRA-10",
        "The payment is ordered"
    );

    /// <summary>Taken back.</summary>
    public static readonly ProblemType AllocationWithdrawn = new(
        "allocation-withdrawn",
        409,
        "GRA-9",
        "The allocation was taken back"
    );
}
