using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
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
    /// <summary>Describes the saga.</summary>
    /// <param name="clock">The platform's clock.</param>
    public EnrolmentSaga(TimeProvider clock)
    {
        InstanceState(e => e.CurrentState);
        Event(() => Arrived, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Decided, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Mapped, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Recorded, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Agreed, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Settled, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => WasErased, e => e.CorrelateById(m => m.Message.ResidentId));
        Schedule(
            () => CommitmentWait,
            e => e.CommitmentWaitToken,
            wait => wait.Received = due => due.CorrelateById(m => m.Message.ResidentId)
        );

        InAnyState(
            When(Arrived)
                .Then(c => c.Saga.Take(c.Message))
                .If(
                    c => c.Saga is { Phase: EnrolmentPhase.Enrolled, CommitmentDueOn: null },
                    enrolled =>
                        enrolled
                            .ThenAsync(SetDeadline)
                            .Schedule(
                                CommitmentWait,
                                c => new CommitmentDue(c.Saga.CorrelationId),
                                c => clock.Until(c.Saga.CommitmentDueOn!.Value.AddDays(1))
                            )
                )
                .ThenAsync(MoveOn),
            When(Decided).Then(c => c.Saga.Take(c.Message)).ThenAsync(MoveOn),
            When(Mapped).Then(c => c.Saga.Take(c.Message)).ThenAsync(MoveOn),
            When(Recorded).Then(c => c.Saga.Take(c.Message)).ThenAsync(MoveOn),
            When(Agreed).Then(c => c.Saga.Take(c.Message)).ThenAsync(MoveOn),
            When(Settled).Then(c => c.Saga.Take(c.Message)).ThenAsync(MoveOn),
            When(WasErased).ThenAsync(EraseAll).ThenAsync(MoveOn),
            When(CommitmentWait.Received).Then(c => c.Saga.CommitmentDuePassed = !c.Saga.Erased)
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

    /// <summary>The wait for the commitment.</summary>
    public Schedule<Enrolment, CommitmentDue> CommitmentWait { get; private set; } = null!;

    private static async Task SetDeadline(BehaviorContext<Enrolment, ResidentArrived> context)
    {
        var arrived = context.Message.ArrivedOn;
        var days = await Db(context).PolicyAsync(Figures.CommitmentDays, arrived, context.CancellationToken);
        context.Saga.CommitmentDueOn = arrived.AddDays((int)days);
    }

    private static async Task EraseAll(BehaviorContext<Enrolment, ResidentErased> context)
    {
        var (db, resident) = (Db(context), context.Saga.CorrelationId);
        await db.Commitments.Where(c => c.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.NavAssessments.Where(a => a.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.Plans.Where(p => p.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.Elements.Where(e => e.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.EraseKeyAsync(resident, context.CancellationToken);
        context.Saga.Erase();
    }

    private static ProgrammeDb Db(BehaviorContext<Enrolment> context) =>
        context.GetPayload<IServiceProvider>().GetRequiredService<ProgrammeDb>();

    private Task MoveOn(BehaviorContext<Enrolment> context) =>
        context.TransitionToState(GetState(context.Saga.Phase.ToString()));

    private void InAnyState(params EventActivities<Enrolment>[] activities)
    {
        Initially(activities);
        DuringAny(activities);
    }
}
