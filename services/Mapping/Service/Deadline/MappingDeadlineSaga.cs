using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using MassTransit;

namespace IntegrationPlatform.Mapping.Deadline;

/// <summary>
/// Waits for a resident's mapping: reminds before the deadline, finds it overdue after it, and ends when the mapping is
/// submitted or the resident has left (MAP-2). What a state does not name changes nothing in it.
/// </summary>
public sealed class MappingDeadlineSaga : MassTransitStateMachine<MappingDeadline>
{
    /// <summary>States the machine.</summary>
    public MappingDeadlineSaga(TimeProvider clock)
    {
        InstanceState(deadline => deadline.CurrentState);
        Event(() => Set, set => set.CorrelateById(context => context.Message.ResidentId));
        Event(() => Completed, completed => completed.CorrelateById(context => context.Message.ResidentId));
        Event(() => LiftedEarly, lifted => lifted.CorrelateById(context => context.Message.ResidentId));
        Schedule(
            () => Alarm,
            deadline => deadline.AlarmToken,
            alarm => alarm.Received = received => received.CorrelateById(context => context.Message.ResidentId)
        );
        OnUnhandledEvent(unhandled => unhandled.Ignore());

        Initially(
            When(Set)
                .Then(context => Take(context.Saga, context.Message))
                .Schedule(Alarm, Ring, context => UntilNext(context.Saga, clock))
                .TransitionTo(Waiting),
            When(Completed, context => context.Message.InTime).Then(Complete).TransitionTo(InTime),
            When(Completed, context => !context.Message.InTime).Then(Complete).TransitionTo(Late),
            When(LiftedEarly).Then(context => context.Saga.ClusterId = context.Message.ClusterId).TransitionTo(Lifted)
        );

        During(
            Waiting,
            When(Alarm.Received, context => !Passed(context.Saga, clock))
                .If(
                    context => Reminds(context.Saga, clock),
                    remind =>
                        remind
                            .Then(context => NoteReminder(context.Saga, clock))
                            .Publish(context => new MappingDueSoon(
                                context.Saga.CorrelationId,
                                context.Saga.ClusterId,
                                context.Saga.DueOn!.Value
                            ))
                )
                .Schedule(Alarm, Ring, context => UntilNext(context.Saga, clock)),
            When(Alarm.Received, context => Passed(context.Saga, clock))
                .Then(context => context.Saga.OverdueOn = clock.Today())
                .Publish(context => new MappingOverdue(
                    context.Saga.CorrelationId,
                    context.Saga.ClusterId,
                    context.Saga.DueOn!.Value
                ))
                .TransitionTo(Overdue)
        );

        During(
            [Waiting, Overdue],
            When(Set, context => context.Message.Revision > context.Saga.Revision)
                .Then(context => Take(context.Saga, context.Message))
                .Schedule(Alarm, Ring, context => UntilNext(context.Saga, clock))
                .TransitionTo(Waiting)
        );

        During(
            [Waiting, Overdue, Lifted],
            When(Completed, context => context.Message.InTime).Then(Complete).Unschedule(Alarm).TransitionTo(InTime),
            When(Completed, context => !context.Message.InTime).Then(Complete).Unschedule(Alarm).TransitionTo(Late)
        );

        During([Waiting, Overdue], When(LiftedEarly).Unschedule(Alarm).TransitionTo(Lifted));

        // A deadline that comes after the end only completes the row.
        During(
            [InTime, Late, Lifted],
            When(Set, context => context.Message.Revision > context.Saga.Revision)
                .Then(context => Take(context.Saga, context.Message))
        );
    }

    /// <summary>The deadline runs.</summary>
    public State Waiting { get; private set; } = null!;

    /// <summary>The deadline passed without a submission.</summary>
    public State Overdue { get; private set; } = null!;

    /// <summary>Submitted in time.</summary>
    public State InTime { get; private set; } = null!;

    /// <summary>Submitted too late.</summary>
    public State Late { get; private set; } = null!;

    /// <summary>The resident left before anything was submitted.</summary>
    public State Lifted { get; private set; } = null!;

    /// <summary>The deadline was set or moved.</summary>
    public Event<DeadlineSet> Set { get; private set; } = null!;

    /// <summary>The mapping was submitted.</summary>
    public Event<MappingCompleted> Completed { get; private set; } = null!;

    /// <summary>Nobody waits any more.</summary>
    public Event<DeadlineLifted> LiftedEarly { get; private set; } = null!;

    /// <summary>The next reminder, or the day after the deadline.</summary>
    public Schedule<MappingDeadline, DeadlineAlarm> Alarm { get; private set; } = null!;

    private static void Take(MappingDeadline deadline, DeadlineSet set)
    {
        deadline.ClusterId = set.ClusterId;
        deadline.Revision = set.Revision;
        deadline.DueOn = set.DueOn;
        deadline.RemindOn = [.. set.RemindOn];
    }

    private static void Complete(BehaviorContext<MappingDeadline, MappingCompleted> context)
    {
        context.Saga.ClusterId = context.Message.ClusterId;
        context.Saga.CompletedOn = context.Message.CompletedOn;
    }

    private static DeadlineAlarm Ring<T>(BehaviorContext<MappingDeadline, T> context)
        where T : class => new(context.Saga.CorrelationId);

    private static TimeSpan UntilNext(MappingDeadline deadline, TimeProvider clock) =>
        clock.Until(deadline.RemindOn is [var next, ..] ? next : deadline.DueOn!.Value.AddDays(1));

    private static bool Passed(MappingDeadline deadline, TimeProvider clock) => clock.Today() > deadline.DueOn;

    private static bool Reminds(MappingDeadline deadline, TimeProvider clock) =>
        deadline.RemindOn is [var next, ..] && next <= clock.Today();

    private static void NoteReminder(MappingDeadline deadline, TimeProvider clock)
    {
        var today = clock.Today();
        deadline.RemindedOn = today;
        deadline.RemindOn = [.. deadline.RemindOn.Where(day => day > today)];
    }
}
