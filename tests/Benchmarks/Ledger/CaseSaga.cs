using MassTransit;

namespace IntegrationPlatform.Benchmarks.Ledger;

/// <summary>A case that ends once it has heard both of its events, in whatever order.</summary>
internal sealed class CaseSaga : MassTransitStateMachine<CaseState>
{
    public CaseSaga()
    {
        InstanceState(c => c.CurrentState);
        Event(() => Signed, e => e.CorrelateById(c => c.Message.CaseId));
        Event(() => Counted, e => e.CorrelateById(c => c.Message.CaseId));
        Initially(
            When(Signed).Then(c => c.Saga.Municipality = c.Message.Municipality).TransitionTo(Open),
            When(Counted).Then(c => c.Saga.Places = c.Message.Places).TransitionTo(Open)
        );
        During(
            Open,
            When(Signed).Then(c => c.Saga.Municipality = c.Message.Municipality).Finalize(),
            When(Counted).Then(c => c.Saga.Places = c.Message.Places).Finalize()
        );
        During(Final, Ignore(Signed), Ignore(Counted));
    }

    public State Open { get; private set; } = null!;

    public Event<CaseSigned> Signed { get; private set; } = null!;

    public Event<CaseCounted> Counted { get; private set; } = null!;
}
