namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>Where an enrolment stands (PRO-1, PRO-3).</summary>
public enum EnrolmentPhase
{
    /// <summary>Something is known of the resident, but the arrival is not.</summary>
    Expected,

    /// <summary>A child: the programme is for adults.</summary>
    Exempt,

    /// <summary>Enrolled; the commitment is waited for.</summary>
    Enrolled,

    /// <summary>The commitment is recorded; a plan is waited for.</summary>
    Committed,

    /// <summary>A plan is agreed.</summary>
    PlanAgreed,

    /// <summary>Settled, left the target group, or erased.</summary>
    Ended,
}
