using IntegrationPlatform.Hosting.Time;
using MassTransit;

namespace IntegrationPlatform.Grants.Selection;

/// <summary>
/// Follows a round to its end (GRA-1): it is open, its interests close the day after the deadline, and it is decided, or
/// lapses the day after the decision was due. A decision counts whenever it is heard of, because it was only
/// accepted in time: so every order of the events ends in the same state.
/// </summary>
public sealed class HostSelectionSaga : MassTransitStateMachine<HostSelection>
{
    private readonly TimeProvider _clock;

    /// <summary>Makes the machine.</summary>
    public HostSelectionSaga(TimeProvider clock)
    {
        _clock = clock;
        InstanceState(saga => saga.CurrentState);
        Event(() => Opened, e => e.CorrelateById(context => context.Message.RoundId));
        Event(() => Chosen, e => e.CorrelateById(context => context.Message.RoundId));
        Schedule(
            () => InterestsClose,
            saga => saga.InterestsCloseToken,
            s => s.Received = e => e.CorrelateById(context => context.Message.RoundId)
        );
        Schedule(
            () => DecisionDue,
            saga => saga.DecisionDueToken,
            s => s.Received = e => e.CorrelateById(context => context.Message.RoundId)
        );

        Initially(
            When(Opened)
                .Then(RememberDeadlines)
                .Schedule(InterestsClose, Closing, context => UntilAfter(context.Message.InterestBy))
                .Schedule(DecisionDue, Overdue, context => UntilAfter(context.Message.DecideBy))
                .TransitionTo(Open),
            When(Chosen).Then(RememberDecision).TransitionTo(Decided)
        );

        During(Open, When(InterestsClose.Received).TransitionTo(Closed));
        During(Closed, Ignore(InterestsClose.Received));
        During([Open, Closed], When(DecisionDue.Received).Unschedule(InterestsClose).TransitionTo(Lapsed));
        During(
            [Open, Closed, Lapsed],
            Ignore(Opened),
            When(Chosen).Unschedule(InterestsClose).Unschedule(DecisionDue).Then(RememberDecision).TransitionTo(Decided)
        );
        During(Lapsed, Ignore(InterestsClose.Received), Ignore(DecisionDue.Received));
        During(
            Decided,
            When(Opened).Then(RememberDeadlines),
            Ignore(Chosen),
            Ignore(InterestsClose.Received),
            Ignore(DecisionDue.Received)
        );
    }

    /// <summary>Expressions of interest can be sent.</summary>
    public State Open { get; private set; } = null!;

    /// <summary>The deadline for interests is over; IMDi decides.</summary>
    public State Closed { get; private set; } = null!;

    /// <summary>The hosts are chosen.</summary>
    public State Decided { get; private set; } = null!;

    /// <summary>Nobody decided in time.</summary>
    public State Lapsed { get; private set; } = null!;

    /// <summary>IMDi opened the round.</summary>
    public Event<RoundOpened> Opened { get; private set; } = null!;

    /// <summary>IMDi chose the hosts.</summary>
    public Event<HostsChosen> Chosen { get; private set; } = null!;

    /// <summary>The wait for the end of the interests.</summary>
    public Schedule<HostSelection, InterestsClosed> InterestsClose { get; private set; } = null!;

    /// <summary>The wait for the decision.</summary>
    public Schedule<HostSelection, DecisionOverdue> DecisionDue { get; private set; } = null!;

    private static void RememberDeadlines(BehaviorContext<HostSelection, RoundOpened> context) =>
        (context.Saga.InterestBy, context.Saga.DecideBy) = (context.Message.InterestBy, context.Message.DecideBy);

    private static void RememberDecision(BehaviorContext<HostSelection, HostsChosen> context) =>
        context.Saga.DecidedOn = context.Message.On;

    private static InterestsClosed Closing(BehaviorContext<HostSelection, RoundOpened> context) =>
        new(context.Message.RoundId);

    private static DecisionOverdue Overdue(BehaviorContext<HostSelection, RoundOpened> context) =>
        new(context.Message.RoundId);

    private TimeSpan UntilAfter(DateOnly lastDay) => _clock.Until(lastDay.AddDays(1));
}
