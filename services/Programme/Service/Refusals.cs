using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Programme;

/// <summary>What the programme service refuses.</summary>
internal static class Refusals
{
    public static readonly ProblemType UnknownResident = new(
        "unknown-resident",
        404,
        null,
        "There is no such resident, or the case is not yours"
    );
    public static readonly ProblemType UnknownPlan = new(
        "unknown-plan",
        404,
        null,
        "The resident has no such version of a plan"
    );
    public static readonly ProblemType NotAnAdult = new(
        "not-an-adult",
        409,
        "PRO-1",
        "The full-time programme is for residents over 18 years"
    );
    public static readonly ProblemType EnrolmentEnded = new(
        "enrolment-ended",
        409,
        "PRO-1",
        "The resident is settled or left the target group: the enrolment has ended"
    );
    public static readonly ProblemType AlreadyCommitted = new(
        "already-committed",
        409,
        "PRO-1",
        "The resident's commitment is recorded already"
    );
    public static readonly ProblemType NotCommitted = new(
        "not-committed",
        409,
        "PRO-1",
        "A plan is agreed after the resident's commitment to the programme is recorded"
    );
    public static readonly ProblemType PlanUnderRequiredHours = new(
        "plan-under-required-hours",
        422,
        "PRO-1",
        "The plan does not fill the required hours a week"
    );
    public static readonly ProblemType PlanWithoutRequiredContent = new(
        "plan-without-required-content",
        422,
        "PRO-2",
        "The plan lacks training in Norwegian, social studies or competence mapping"
    );
    public static readonly ProblemType NavWithoutPermit = new(
        "nav-without-permit",
        422,
        "PRO-5",
        "NAV's services need a granted permit"
    );
    public static readonly ProblemType NavWithoutAssessment = new(
        "nav-without-assessment",
        422,
        "PRO-5",
        "NAV's services need NAV's own assessment that the resident needs them"
    );
    public static readonly ProblemType PlanSuperseded = new(
        "plan-superseded",
        409,
        "PRO-3",
        "A newer version of the plan exists: agree that one"
    );
    public static readonly ProblemType AlreadyAgreed = new(
        "already-agreed",
        409,
        "PRO-3",
        "This party has agreed this version already"
    );
    public static readonly ProblemType ElementAlreadyCompleted = new(
        "element-already-completed",
        409,
        "PRO-6",
        "The element is recorded as completed already"
    );
}
