namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>What an enrolment waits for; each has a deadline.</summary>
public enum EnrolmentWait
{
    /// <summary>The resident's commitment (PRO-1).</summary>
    Commitment,

    /// <summary>A plan that resident and host municipality agree (PRO-3).</summary>
    Plan,
}
