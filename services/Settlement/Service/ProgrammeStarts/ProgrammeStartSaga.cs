using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Settlement.Contracts;
using MassTransit;

namespace IntegrationPlatform.Settlement.ProgrammeStarts;

/// <summary>Command: watch that a settled adult starts the introduction programme in time (SET-7).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClosesOn">The last day on which a start is in time.</param>
public sealed record AwaitProgrammeStart(Guid ResidentId, DateOnly ClosesOn);

/// <summary>The schedule of a programme window fired.</summary>
/// <param name="ResidentId">The resident.</param>
public sealed record ProgrammeWindowClosed(Guid ResidentId);

/// <summary>A programme that has not started when its window closes is flagged late (SET-7).</summary>
public sealed class ProgrammeStartSaga : MassTransitStateMachine<ProgrammeStartWait>
{
    /// <summary>Makes the machine.</summary>
    public ProgrammeStartSaga(TimeProvider clock)
    {
        InstanceState(wait => wait.CurrentState);
        Event(() => Awaited, on => on.CorrelateById(c => c.Message.ResidentId));
        Event(() => ProgrammeStarted, on => on.CorrelateById(c => c.Message.ResidentId));
        Schedule(
            () => Window,
            wait => wait.WindowToken,
            window =>
            {
                window.DelayProvider = wait => clock.Until(wait.Saga.ClosesOn.AddDays(1));
                window.Received = on => on.CorrelateById(c => c.Message.ResidentId);
            }
        );

        Initially(
            When(Awaited)
                .Then(wait => wait.Saga.ClosesOn = wait.Message.ClosesOn)
                .Schedule(Window, wait => new ProgrammeWindowClosed(wait.Saga.CorrelationId))
                .TransitionTo(Waiting),
            When(ProgrammeStarted).TransitionTo(Started)
        );
        During(
            Waiting,
            Ignore(Awaited),
            When(ProgrammeStarted).Unschedule(Window).TransitionTo(Started),
            When(Window!.Received)
                .IfElse(
                    wait => clock.Today() > wait.Saga.ClosesOn,
                    late => late.Activity(act => act.OfType<FlagLateStart>()).TransitionTo(Late),
                    early => early.Schedule(Window, wait => new ProgrammeWindowClosed(wait.Saga.CorrelationId))
                )
        );
        During(Late, Ignore(Awaited), Ignore(Window.Received), When(ProgrammeStarted).TransitionTo(Started));
        During(Started, Ignore(Awaited), Ignore(Window.Received), Ignore(ProgrammeStarted));
    }

    /// <summary>The window has not closed.</summary>
    public State Waiting { get; private set; } = null!;

    /// <summary>The window closed and the programme has not started.</summary>
    public State Late { get; private set; } = null!;

    /// <summary>The programme started.</summary>
    public State Started { get; private set; } = null!;

    /// <summary>The resident settled.</summary>
    public Event<AwaitProgrammeStart> Awaited { get; private set; } = null!;

    /// <summary>The programme started.</summary>
    public Event<IntroductionProgrammeStarted> ProgrammeStarted { get; private set; } = null!;

    /// <summary>The last day went by.</summary>
    public Schedule<ProgrammeStartWait, ProgrammeWindowClosed> Window { get; private set; } = null!;
}
