using MassTransit;

namespace IntegrationPlatform.Settlement;

/// <summary>A step of a saga that needs the database: it commits with the saga's row and with what it publishes.</summary>
public abstract class SagaActivity<TState, TMessage> : IStateMachineActivity<TState, TMessage>
    where TState : class, SagaStateMachineInstance
    where TMessage : class
{
    /// <summary>Does the step.</summary>
    protected abstract Task DoAsync(BehaviorContext<TState, TMessage> context);

    /// <inheritdoc />
    public async Task Execute(BehaviorContext<TState, TMessage> context, IBehavior<TState, TMessage> next)
    {
        await DoAsync(context);
        await next.Execute(context);
    }

    /// <inheritdoc />
    public Task Faulted<TException>(
        BehaviorExceptionContext<TState, TMessage, TException> context,
        IBehavior<TState, TMessage> next
    )
        where TException : Exception => next.Faulted(context);

    /// <inheritdoc />
    public void Accept(StateMachineVisitor visitor) => visitor.Visit(this);

    /// <inheritdoc />
    public void Probe(ProbeContext context) => context.CreateScope(GetType().Name);
}
