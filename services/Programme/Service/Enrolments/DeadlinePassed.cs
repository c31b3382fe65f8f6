namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>The service to itself, later: a deadline of an enrolment has passed.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="For">What was waited for.</param>
public sealed record DeadlinePassed(Guid ResidentId, EnrolmentWait For);
