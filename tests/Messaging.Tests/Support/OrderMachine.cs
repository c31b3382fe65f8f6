using MassTransit;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>The stored state of an order.</summary>
public sealed class OrderState : SagaState
{
    public int Number { get; set; }

    public int Steps { get; set; }

    public bool Placed { get; set; }

    public bool Paid { get; set; }

    public Guid? OverdueToken { get; set; }
}

/// <summary>
/// Ships an order once it is placed and paid, in whatever order it hears so; says that payment is overdue after 14
/// days.
/// </summary>
public sealed class OrderMachine : MassTransitStateMachine<OrderState>
{
    public OrderMachine()
    {
        InstanceState(o => o.CurrentState);
        Event(() => Placed, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => Paid, e => e.CorrelateById(c => c.Message.OrderId));
        Event(() => Stepped, e => e.CorrelateById(c => c.Message.OrderId));
        Event(
            () => Recounted,
            e => e.CorrelateBy((order, c) => order.Number == c.Message.Number).OnMissingInstance(m => m.Discard())
        );
        Event(
            () => Asked,
            e =>
                e.CorrelateById(c => c.Message.OrderId)
                    .OnMissingInstance(m =>
                        m.ExecuteAsync(c => c.RespondAsync(new StateOf(c.Message.OrderId, "unknown")))
                    )
        );
        Schedule(
            () => Overdue,
            o => o.OverdueToken,
            s =>
            {
                s.Delay = TimeSpan.FromDays(14);
                s.Received = e => e.CorrelateById(c => c.Message.OrderId);
            }
        );
        Initially(Accept(Placed), Accept(Paid), When(Stepped).Then(c => c.Saga.Steps++).TransitionTo(Open));
        During(
            Open,
            Accept(Placed),
            Accept(Paid),
            When(Stepped).Then(c => c.Saga.Steps++),
            When(Overdue.Received).Publish(c => new OrderForgotten(c.Saga.CorrelationId))
        );
        DuringAny(When(Asked).Respond(c => new StateOf(c.Saga.CorrelationId, c.Saga.CurrentState)));
        DuringAny(When(Recounted).Then(c => c.Saga.Steps++));
        During(Final, Ignore(Placed), Ignore(Paid), Ignore(Stepped), Ignore(Overdue.Received));
    }

    public State Open { get; private set; } = null!;

    public Event<OrderPlaced> Placed { get; private set; } = null!;

    public Event<OrderPaid> Paid { get; private set; } = null!;

    public Event<OrderStepped> Stepped { get; private set; } = null!;

    public Event<OrdersRecounted> Recounted { get; private set; } = null!;

    public Event<AskState> Asked { get; private set; } = null!;

    public Schedule<OrderState, PaymentOverdue> Overdue { get; private set; } = null!;

    private EventActivityBinder<OrderState, OrderPlaced> Accept(Event<OrderPlaced> placed) =>
        When(placed)
            .Then(c =>
            {
                c.Saga.Placed = true;
                c.Saga.Number = c.Message.Number;
            })
            .IfElse(
                c => c.Saga.Paid,
                paid => Ship(paid),
                waiting => waiting.Schedule(Overdue, c => new PaymentOverdue(c.Saga.CorrelationId)).TransitionTo(Open)
            );

    private EventActivityBinder<OrderState, OrderPaid> Accept(Event<OrderPaid> paid) =>
        When(paid)
            .Then(c => c.Saga.Paid = true)
            .IfElse(
                c => c.Saga.Placed,
                placed => Ship(placed.Unschedule(Overdue)),
                waiting => waiting.TransitionTo(Open)
            );

    private static EventActivityBinder<OrderState, T> Ship<T>(EventActivityBinder<OrderState, T> binder)
        where T : class => binder.Publish(c => new OrderShipped(c.Saga.CorrelationId, c.Saga.Number)).Finalize();
}
