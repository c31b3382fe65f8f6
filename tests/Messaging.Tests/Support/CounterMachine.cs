using MassTransit;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>How many steps a saga has counted.</summary>
public sealed class CounterState : SagaState
{
    public int Count { get; set; }
}

/// <summary>Counts steps, and sends each count to one receiver outside the platform.</summary>
public sealed class CounterMachine : MassTransitStateMachine<CounterState>
{
    public const string Receiver = "counted";

    public CounterMachine()
    {
        InstanceState(c => c.CurrentState);
        Event(() => Stepped, e => e.CorrelateById(c => c.Message.OrderId));
        Initially(Count().TransitionTo(Counting));
        During(Counting, Count());
    }

    public State Counting { get; private set; } = null!;

    public Event<OrderStepped> Stepped { get; private set; } = null!;

    private EventActivityBinder<CounterState, OrderStepped> Count() =>
        When(Stepped)
            .Then(c => c.Saga.Count++)
            .Send(new Uri($"exchange:{Receiver}"), c => new OrderShipped(c.Saga.CorrelationId, c.Saga.Count));
}
