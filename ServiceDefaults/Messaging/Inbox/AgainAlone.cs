using MassTransit;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>Handles a message again when its group rolled back: at once, in a fresh scope, and alone.</summary>
internal sealed class AgainAlone<T> : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        try
        {
            await next.Send(context);
        }
        catch (GroupRolledBackException)
        {
            await next.Send(context);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("againAlone");
}

/// <summary>Puts <see cref="AgainAlone{T}"/> before the inbox of every consumer and saga of a queue.</summary>
internal sealed class AgainAloneObserver : IConsumerConfigurationObserver, ISagaConfigurationObserver
{
    public void ConsumerConfigured<TConsumer>(IConsumerConfigurator<TConsumer> configurator)
        where TConsumer : class { }

    public void ConsumerMessageConfigured<TConsumer, TMessage>(
        IConsumerMessageConfigurator<TConsumer, TMessage> configurator
    )
        where TConsumer : class
        where TMessage : class =>
        ((IPipeConfigurator<ConsumeContext<TMessage>>)configurator).UseFilter(new AgainAlone<TMessage>());

    public void SagaConfigured<TSaga>(ISagaConfigurator<TSaga> configurator)
        where TSaga : class, ISaga { }

    public void StateMachineSagaConfigured<TInstance>(
        ISagaConfigurator<TInstance> configurator,
        SagaStateMachine<TInstance> stateMachine
    )
        where TInstance : class, ISaga, SagaStateMachineInstance { }

    public void SagaMessageConfigured<TSaga, TMessage>(ISagaMessageConfigurator<TSaga, TMessage> configurator)
        where TSaga : class, ISaga
        where TMessage : class =>
        ((IPipeConfigurator<ConsumeContext<TMessage>>)configurator).UseFilter(new AgainAlone<TMessage>());
}
