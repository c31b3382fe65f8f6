using MassTransit;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>Notes what it is told, and never saves: the inbox does.</summary>
public sealed class Recorder(ShopDb db) : IConsumer<OrderPlaced>, IConsumer<OrderShipped>
{
    public Task Consume(ConsumeContext<OrderPlaced> context)
    {
        db.Add(
            new Effect
            {
                About = context.Message.OrderId,
                What = "placed",
                Number = context.Message.Number,
            }
        );
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<OrderShipped> context)
    {
        db.Add(
            new Effect
            {
                About = context.Message.OrderId,
                What = "shipped",
                Number = context.Message.Number,
            }
        );
        return Task.CompletedTask;
    }
}

/// <summary>Ships an order once it is placed.</summary>
public sealed class OrderMachine : MassTransitStateMachine<OrderState>
{
    public OrderMachine()
    {
        InstanceState(o => o.CurrentState);
        Event(() => Placed, e => e.CorrelateById(c => c.Message.OrderId));
        Initially(
            When(Placed)
                .Then(c => c.Saga.Number = c.Message.Number)
                .Publish(c => new OrderShipped(c.Saga.CorrelationId, c.Saga.Number))
                .TransitionTo(Shipped)
        );
        During(Shipped, Ignore(Placed));
    }

    public State Shipped { get; private set; } = null!;

    public Event<OrderPlaced> Placed { get; private set; } = null!;
}
