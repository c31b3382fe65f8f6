using IntegrationPlatform.Persistence.Policy;

namespace IntegrationPlatform.Grants;

/// <summary>The figures of host selection. The deadlines of a round are days after it was opened.</summary>
public static class GrantsPolicy
{
    /// <summary>How many municipalities a round invites (GRA-1).</summary>
    public static readonly PolicyKey Invited = new("GRA-1", "invited-municipalities");

    /// <summary>How many of them are chosen (GRA-1).</summary>
    public static readonly PolicyKey Hosts = new("GRA-1", "hosts");

    /// <summary>Expressions of interest are in by this day (GRA-1).</summary>
    public static readonly PolicyKey InterestBy = new("GRA-1", "interest-by");

    /// <summary>The hosts are chosen by this day (GRA-1).</summary>
    public static readonly PolicyKey DecideBy = new("GRA-1", "decide-by");

    /// <summary>The chosen clusters' detailed description is in by this day (GRA-1).</summary>
    public static readonly PolicyKey DescribeBy = new("GRA-1", "describe-by");

    /// <summary>The basics are in place and the period begins on this day (GRA-1).</summary>
    public static readonly PolicyKey BasicsBy = new("GRA-1", "basics-by");

    /// <summary>The centres are complete by this day (GRA-1).</summary>
    public static readonly PolicyKey CompleteBy = new("GRA-1", "complete-by");

    /// <summary>The last day of the period (GRA-1).</summary>
    public static readonly PolicyKey PeriodTo = new("GRA-1", "period-to");

    /// <summary>What one point of assessment counts (GRA-3).</summary>
    public static readonly PolicyKey AssessmentWeight = new("GRA-3", "assessment-weight");

    /// <summary>What each kind of operator beyond the first counts (GRA-3).</summary>
    public static readonly PolicyKey OperatorWeight = new("GRA-3", "operator-kind-weight");

    /// <summary>What each part of the country beyond the first counts (GRA-3).</summary>
    public static readonly PolicyKey CountryPartWeight = new("GRA-3", "country-part-weight");

    /// <summary>What it counts to have both whole centres and departments (GRA-3).</summary>
    public static readonly PolicyKey BothFormsWeight = new("GRA-3", "both-forms-weight");

    /// <summary>How many people approve a payment (GRA-10).</summary>
    public static readonly PolicyKey Approvers = new("GRA-10", "approvers");

    /// <summary>What the service ships with.</summary>
    public static PolicyValue[] Shipped { get; } =
    [
        Invited.From(2016, 7, 4, 10, "municipalities", "S1"),
        Hosts.From(2016, 7, 4, 5, "municipalities", "S1"),
        InterestBy.From(2016, 7, 4, 46, "days", "S1"), // 19 August 2016
        DecideBy.From(2016, 7, 4, 58, "days", "S1"), // 31 August 2016
        DescribeBy.From(2016, 7, 4, 73, "days", "S1"), // 15 September 2016
        BasicsBy.From(2016, 7, 4, 89, "days", "S1"), // 1 October 2016
        CompleteBy.From(2016, 7, 4, 180, "days", "S1"), // 31 December 2016
        PeriodTo.From(2016, 7, 4, 910, "days", "S1"), // 31 December 2018
        AssessmentWeight.From(2016, 7, 4, 1, "points", "P"),
        OperatorWeight.From(2016, 7, 4, 5, "points", "P"),
        CountryPartWeight.From(2016, 7, 4, 3, "points", "P"),
        BothFormsWeight.From(2016, 7, 4, 5, "points", "P"),
        Approvers.From(2016, 7, 4, 2, "persons", "P"),
    ];
}
