using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Settlement.Contracts;
using MassTransit;

namespace IntegrationPlatform.Settlement.AnswerDeadline;

/// <summary>The schedule of an answer deadline fired.</summary>
/// <param name="RequestId">The request.</param>
public sealed record AnswerDeadlinePassed(Guid RequestId);

/// <summary>A request that nobody answers in time expires (SET-3).</summary>
public sealed class AnswerDeadlineSaga : MassTransitStateMachine<AnswerWait>
{
    /// <summary>Makes the machine.</summary>
    public AnswerDeadlineSaga(TimeProvider clock)
    {
        InstanceState(wait => wait.CurrentState);
        Event(() => Requested, on => on.CorrelateById(c => c.Message.RequestId));
        Event(() => RequestEnded, on => on.CorrelateById(c => c.Message.RequestId));
        Schedule(
            () => Deadline,
            wait => wait.DeadlineToken,
            deadline =>
            {
                deadline.DelayProvider = wait => clock.Until(wait.Saga.AnswerBy.AddDays(1));
                deadline.Received = on => on.CorrelateById(c => c.Message.RequestId);
            }
        );

        Initially(
            When(Requested)
                .Then(wait => wait.Saga.AnswerBy = wait.Message.AnswerBy)
                .Schedule(Deadline, wait => new AnswerDeadlinePassed(wait.Saga.CorrelationId))
                .TransitionTo(Waiting),
            When(RequestEnded).TransitionTo(Ended)
        );
        During(
            Waiting,
            Ignore(Requested),
            When(RequestEnded).Unschedule(Deadline).TransitionTo(Ended),
            When(Deadline!.Received)
                .IfElse(
                    wait => clock.Today() > wait.Saga.AnswerBy,
                    late => late.Activity(act => act.OfType<ExpireRequest>()).TransitionTo(Ended),
                    early => early.Schedule(Deadline, wait => new AnswerDeadlinePassed(wait.Saga.CorrelationId))
                )
        );
        During(Ended, Ignore(Requested), Ignore(RequestEnded), Ignore(Deadline.Received));
    }

    /// <summary>The municipality may answer.</summary>
    public State Waiting { get; private set; } = null!;

    /// <summary>The request ended, one way or the other.</summary>
    public State Ended { get; private set; } = null!;

    /// <summary>IMDi asked.</summary>
    public Event<SettlementRequested> Requested { get; private set; } = null!;

    /// <summary>The request ended.</summary>
    public Event<SettlementRequestEnded> RequestEnded { get; private set; } = null!;

    /// <summary>The last day went by.</summary>
    public Schedule<AnswerWait, AnswerDeadlinePassed> Deadline { get; private set; } = null!;
}
