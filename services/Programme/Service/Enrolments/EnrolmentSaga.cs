using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Messaging.Sagas;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>
/// Follows a resident from arrival to the end of the enrolment (PRO-1). Events come in any order: each adds its fact
/// to the <see cref="Enrolment"/>, and the state is what follows from all of them.
/// </summary>
public sealed class EnrolmentSaga : MassTransitStateMachine<Enrolment>
{
    private readonly TimeProvider _clock;

    /// <summary>Describes the saga.</summary>
    /// <param name="clock">The platform's clock.</param>
    public EnrolmentSaga(TimeProvider clock)
    {
        _clock = clock;
        InstanceState(e => e.CurrentState);
        Event(() => Arrived, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Decided, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Mapped, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Recorded, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Agreed, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Settled, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => WasErased, e => e.CorrelateById(m => m.Message.ResidentId));
        Schedule(
            () => Deadline,
            e => e.DueToken,
            wait => wait.Received = due => due.CorrelateById(m => m.Message.ResidentId)
        );

        InAnyState(
            Follow(When(Arrived).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Decided).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Mapped).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Recorded).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Agreed).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Settled).Then(c => c.Saga.Take(c.Message))),
            Follow(When(WasErased).ThenAsync(EraseAsync)),
            When(Deadline.Received).Then(c => c.Saga.Take(c.Message))
        );
    }

    /// <summary>Something of the resident is known.</summary>
    public State Expected { get; private set; } = null!;

    /// <summary>A child.</summary>
    public State Exempt { get; private set; } = null!;

    /// <summary>Waits for the commitment.</summary>
    public State Enrolled { get; private set; } = null!;

    /// <summary>Waits for an agreed plan.</summary>
    public State Committed { get; private set; } = null!;

    /// <summary>Follows a plan.</summary>
    public State PlanAgreed { get; private set; } = null!;

    /// <summary>Settled, refused or erased.</summary>
    public State Ended { get; private set; } = null!;

    /// <summary>The resident moved in.</summary>
    public Event<ResidentArrived> Arrived { get; private set; } = null!;

    /// <summary>UDI decided the permit.</summary>
    public Event<PermitDecided> Decided { get; private set; } = null!;

    /// <summary>The mapping is completed.</summary>
    public Event<MappingCompleted> Mapped { get; private set; } = null!;

    /// <summary>The commitment was recorded.</summary>
    public Event<CommitmentRecorded> Recorded { get; private set; } = null!;

    /// <summary>A plan was agreed.</summary>
    public Event<PlanAgreed> Agreed { get; private set; } = null!;

    /// <summary>The resident was settled.</summary>
    public Event<ResidentSettled> Settled { get; private set; } = null!;

    /// <summary>The resident was erased.</summary>
    public Event<ResidentErased> WasErased { get; private set; } = null!;

    /// <summary>The deadline for what is waited for.</summary>
    public Schedule<Enrolment, DeadlinePassed> Deadline { get; private set; } = null!;

    private EventActivityBinder<Enrolment, T> Follow<T>(EventActivityBinder<Enrolment, T> learnt)
        where T : class =>
        learnt
            .If(
                c => c.Saga.Wait is { } wait && wait.For != c.Saga.DueFor,
                waits =>
                    waits
                        .ThenAsync(SetDeadlineAsync)
                        .Schedule(
                            Deadline,
                            c => new DeadlinePassed(c.Saga.CorrelationId, c.Saga.DueFor!.Value),
                            c => _clock.Until(c.Saga.DueOn!.Value.AddDays(1))
                        )
            )
            .ThenAsync(c => c.TransitionToState(GetState(c.Saga.Phase.ToString())));

    private static async Task SetDeadlineAsync(BehaviorContext<Enrolment> context)
    {
        var (wait, since) = context.Saga.Wait!.Value;
        var figure = wait == EnrolmentWait.Commitment ? Figures.CommitmentDays : Figures.PlanDays;
        var days = await Db(context).PolicyAsync(figure, since, context.CancellationToken);
        context.Saga.Expect(wait, since.AddDays((int)days));
    }

    private async Task EraseAsync(BehaviorContext<Enrolment> context)
    {
        var (db, resident) = (Db(context), context.Saga.CorrelationId);
        await db.Commitments.Where(c => c.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.NavAssessments.Where(a => a.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.Plans.Where(p => p.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.Elements.Where(e => e.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.EraseKeyAsync(resident, context.CancellationToken);
        db.Add(
            AuditEntry.OfPlatform("mapping", nameof(ResidentErased), Act.Erased, "ALL-1", resident, _clock.GetUtcNow())
        );
        context.Saga.Erase();
    }

    private static ProgrammeDb Db(BehaviorContext<Enrolment> context) => context.Database<ProgrammeDb>();

    private void InAnyState(params EventActivities<Enrolment>[] activities)
    {
        Initially(activities);
        DuringAny(activities);
    }
}
