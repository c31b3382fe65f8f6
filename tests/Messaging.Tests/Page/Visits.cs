using IntegrationPlatform.Hosting.Time;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests.Page;

public sealed record VisitBooked(Guid VisitId, DateOnly On);

public sealed record VisitHeld(Guid VisitId);

public sealed record VisitMissed(Guid VisitId, DateOnly On);

/// <summary>The saga to itself: the day of the visit is over.</summary>
public sealed record VisitDayOver(Guid VisitId);

public sealed class MissedVisit
{
    public required Guid Id { get; init; }

    public required DateOnly On { get; init; }
}

public sealed class ListMissedVisits(VisitsDb db) : IConsumer<VisitMissed>
{
    public Task Consume(ConsumeContext<VisitMissed> context)
    {
        db.Add(new MissedVisit { Id = context.Message.VisitId, On = context.Message.On });
        return Task.CompletedTask;
    }
}

public sealed class Visit : SagaState
{
    public DateOnly On { get; set; }

    public Guid? DayOverToken { get; set; }
}

public sealed class VisitSaga : MassTransitStateMachine<Visit>
{
    public VisitSaga(TimeProvider clock)
    {
        InstanceState(visit => visit.CurrentState);
        Event(() => Booked, e => e.CorrelateById(c => c.Message.VisitId));
        Event(() => Held, e => e.CorrelateById(c => c.Message.VisitId));
        Schedule(
            () => DayOver,
            visit => visit.DayOverToken,
            s => s.Received = e => e.CorrelateById(c => c.Message.VisitId)
        );

        Initially(
            When(Booked)
                .Then(c => c.Saga.On = c.Message.On)
                .Schedule(
                    DayOver,
                    c => new VisitDayOver(c.Saga.CorrelationId),
                    c => clock.Until(c.Message.On.AddDays(1))
                )
                .TransitionTo(Waiting),
            When(Held).TransitionTo(Done)
        );
        During(
            Waiting,
            Ignore(Booked),
            When(Held).Unschedule(DayOver).TransitionTo(Done),
            When(DayOver.Received).Publish(c => new VisitMissed(c.Saga.CorrelationId, c.Saga.On)).TransitionTo(Missed)
        );
        During(Missed, Ignore(Booked), Ignore(DayOver.Received), When(Held).TransitionTo(Done));
        During(Done, Ignore(Booked), Ignore(DayOver.Received), Ignore(Held));
    }

    public State Waiting { get; private set; } = null!;

    public State Missed { get; private set; } = null!;

    public State Done { get; private set; } = null!;

    public Event<VisitBooked> Booked { get; private set; } = null!;

    public Event<VisitHeld> Held { get; private set; } = null!;

    public Schedule<Visit, VisitDayOver> DayOver { get; private set; } = null!;
}

public sealed class VisitsDb(DbContextOptions<VisitsDb> options) : DbContext(options)
{
    public DbSet<MissedVisit> MissedVisits => Set<MissedVisit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddSaga<Visit>("visits");
    }
}
