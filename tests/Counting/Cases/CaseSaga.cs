using MassTransit;

namespace IntegrationPlatform.Counting.Cases;

/// <summary>
/// A case that counts to three, with a pause before each, and ends once it has heard that all three are entered. It
/// ignores nothing: an event too many goes to the error queue.
/// </summary>
internal sealed class CaseSaga : MassTransitStateMachine<CaseState>
{
    private const int Counts = 3;
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(300);

    public CaseSaga()
    {
        InstanceState(c => c.CurrentState);
        Event(() => Opened, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => Entered, e => e.CorrelateById(c => c.Message.CaseId));
        Schedule(
            () => Pause,
            c => c.PauseToken,
            pause =>
            {
                pause.Delay = Length;
                pause.Received = e => e.CorrelateById(c => c.Message.CaseId);
            }
        );
        Initially(When(Opened).Schedule(Pause, c => new CasePauseOver(c.Saga.CorrelationId)).TransitionTo(Running));
        During(
            Running,
            When(Pause.Received)
                .Then(c => c.Saga.Published++)
                .Publish(c => new Counted(c.Saga.CorrelationId, c.Saga.Published))
                .If(
                    c => c.Saga.Published < Counts,
                    more => more.Schedule(Pause, c => new CasePauseOver(c.Saga.CorrelationId))
                ),
            When(Entered).Then(c => c.Saga.Entered++).If(c => c.Saga.Entered == Counts, done => done.Finalize())
        );
    }

    public State Running { get; private set; } = null!;

    public Event<CaseOpened> Opened { get; private set; } = null!;

    public Event<CountEntered> Entered { get; private set; } = null!;

    public Schedule<CaseState, CasePauseOver> Pause { get; private set; } = null!;
}
