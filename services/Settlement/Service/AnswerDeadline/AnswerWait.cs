using IntegrationPlatform.Messaging;

namespace IntegrationPlatform.Settlement.AnswerDeadline;

/// <summary>The wait for a municipality's answer to one request (SET-3); the saga's id is the request's.</summary>
public sealed class AnswerWait : SagaState
{
    /// <summary>The last day on which the request can be answered.</summary>
    public DateOnly AnswerBy { get; set; }

    /// <summary>The token of the schedule that ends the wait.</summary>
    public Guid? DeadlineToken { get; set; }
}
