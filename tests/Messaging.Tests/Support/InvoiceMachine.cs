using MassTransit;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>An invoice, found by its reference.</summary>
public sealed class InvoiceState : SagaState
{
    public string Reference { get; set; } = "";

    public int Lines { get; set; }
}

/// <summary>Collects the lines of an invoice; the first one, whichever it is, opens it.</summary>
public sealed class InvoiceMachine : MassTransitStateMachine<InvoiceState>
{
    public InvoiceMachine()
    {
        InstanceState(i => i.CurrentState);
        Event(
            () => Added,
            e => e.CorrelateBy(i => i.Reference, c => c.Message.Reference).SelectId(_ => NewId.NextGuid())
        );
        Initially(
            When(Added).Then(c => (c.Saga.Reference, c.Saga.Lines) = (c.Message.Reference, 1)).TransitionTo(Open)
        );
        During(Open, When(Added).Then(c => c.Saga.Lines++));
    }

    public State Open { get; private set; } = null!;

    public Event<LineAdded> Added { get; private set; } = null!;
}
