using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Guidance.Queue;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Messaging.Sagas;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Settlement.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Cases;

/// <summary>
/// Follows a resident's guidance: the gate (GUI-1), the career centre's queue and place (GUI-2), sessions and the
/// signed note (GUI-3), the end. Events come in any order: each adds its fact to the
/// <see cref="GuidanceCase"/>, and the state is what follows from all of them.
/// </summary>
public sealed class GuidanceSaga : MassTransitStateMachine<GuidanceCase>
{
    private readonly TimeProvider _clock;

    /// <summary>Describes the saga.</summary>
    /// <param name="clock">The platform's clock.</param>
    public GuidanceSaga(TimeProvider clock)
    {
        _clock = clock;
        InstanceState(c => c.CurrentState);
        Event(() => Arrived, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Decided, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Mapped, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Offered, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Held, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Signed, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => Settled, e => e.CorrelateById(m => m.Message.ResidentId));
        Event(() => WasErased, e => e.CorrelateById(m => m.Message.ResidentId));
        Schedule(
            () => Deadline,
            c => c.DueToken,
            wait => wait.Received = due => due.CorrelateById(m => m.Message.ResidentId)
        );

        InAnyState(
            Follow(When(Arrived).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Decided).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Mapped).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Offered)),
            Follow(When(Held).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Signed).Then(c => c.Saga.Take(c.Message))),
            Follow(When(Settled).Then(c => c.Saga.Take(c.Message))),
            Follow(When(WasErased).ThenAsync(LeaveAsync).ThenAsync(EraseAsync)),
            When(Deadline.Received).Then(c => c.Saga.Take(c.Message))
        );
    }

    /// <summary>Something of the resident is known.</summary>
    public State Expected { get; private set; } = null!;

    /// <summary>Waits for the mapping.</summary>
    public State AwaitingMapping { get; private set; } = null!;

    /// <summary>Waits for a place.</summary>
    public State Queued { get; private set; } = null!;

    /// <summary>Has a place.</summary>
    public State Open { get; private set; } = null!;

    /// <summary>Has a signed note.</summary>
    public State Guided { get; private set; } = null!;

    /// <summary>Settled, refused or erased.</summary>
    public State Closed { get; private set; } = null!;

    /// <summary>The resident moved in.</summary>
    public Event<ResidentArrived> Arrived { get; private set; } = null!;

    /// <summary>UDI decided the permit.</summary>
    public Event<PermitDecided> Decided { get; private set; } = null!;

    /// <summary>The mapping is completed.</summary>
    public Event<MappingCompleted> Mapped { get; private set; } = null!;

    /// <summary>A place may be free.</summary>
    public Event<PlaceOffered> Offered { get; private set; } = null!;

    /// <summary>A session was held.</summary>
    public Event<SessionHeld> Held { get; private set; } = null!;

    /// <summary>A note was signed.</summary>
    public Event<CounsellorNoteSigned> Signed { get; private set; } = null!;

    /// <summary>The resident was settled.</summary>
    public Event<ResidentSettled> Settled { get; private set; } = null!;

    /// <summary>The resident was erased.</summary>
    public Event<ResidentErased> WasErased { get; private set; } = null!;

    /// <summary>The deadline for what is waited for.</summary>
    public Schedule<GuidanceCase, DeadlinePassed> Deadline { get; private set; } = null!;

    private EventActivityBinder<GuidanceCase, T> Follow<T>(EventActivityBinder<GuidanceCase, T> learnt)
        where T : class =>
        learnt
            .ThenAsync(TakePlaceAsync)
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
            .ThenAsync(MoveOnAsync);

    // GUI-2: a place is taken only when it is free and nobody who waits is before.
    private async Task TakePlaceAsync(BehaviorContext<GuidanceCase> context)
    {
        if (context.Saga is not { Phase: CasePhase.Queued, ClusterId: { } cluster } waiting)
        {
            return;
        }

        var (db, cancellation) = (Db(context), context.CancellationToken);
        await db.LockPlacesAsync(cluster, cancellation);
        waiting.QueueNumber ??= await db.NextNumberAsync(cluster, cancellation);
        var free = await db.FreePlacesAsync(cluster, cancellation);
        var before = await db.QueuedCases(cluster).CountAsync(c => c.QueueNumber < waiting.QueueNumber, cancellation);
        if (before < free)
        {
            waiting.Open(_clock.Today());
            await context.Publish(
                new GuidanceCaseOpened(waiting.CaseId, waiting.CorrelationId, cluster, waiting.OpenedOn!.Value),
                cancellation
            );
        }
    }

    private static async Task SetDeadlineAsync(BehaviorContext<GuidanceCase> context)
    {
        var (wait, since) = context.Saga.Wait!.Value;
        var days = await Db(context).PolicyAsync(Figures.Of(wait), since, context.CancellationToken);
        context.Saga.Expect(wait, since.AddDays((int)days));
    }

    private async Task EraseAsync(BehaviorContext<GuidanceCase> context)
    {
        var (db, resident) = (Db(context), context.Saga.CorrelationId);
        await db.Sessions.Where(s => s.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.Notes.Where(n => n.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.Contributions.Where(c => c.ResidentId == resident).ExecuteDeleteAsync(context.CancellationToken);
        await db.EraseKeyAsync(resident, context.CancellationToken);
        db.Add(
            AuditEntry.OfPlatform("mapping", nameof(ResidentErased), Act.Erased, "ALL-1", resident, _clock.GetUtcNow())
        );
        context.Saga.Erase();
    }

    private async Task MoveOnAsync(BehaviorContext<GuidanceCase> context)
    {
        if (context.Saga.Phase is not (CasePhase.Queued or CasePhase.Open))
        {
            await LeaveAsync(context);
        }

        await context.TransitionToState(GetState(context.Saga.Phase.ToString()));
    }

    // Whoever leaves the place or the queue wakes those who wait.
    private static Task LeaveAsync(BehaviorContext<GuidanceCase> context) =>
        context.Saga is { CurrentState: nameof(Queued) or nameof(Open), ClusterId: { } cluster }
            ? context.Publish(new PlaceLeft(cluster), context.CancellationToken)
            : Task.CompletedTask;

    private static GuidanceDb Db(BehaviorContext<GuidanceCase> context) => context.Database<GuidanceDb>();

    private void InAnyState(params EventActivities<GuidanceCase>[] activities)
    {
        Initially(activities);
        DuringAny(activities);
    }
}
