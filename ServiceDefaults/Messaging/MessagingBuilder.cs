using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Messaging.Sagas;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging;

/// <summary>What a service consumes.</summary>
public sealed class MessagingBuilder<TDb>
    where TDb : DbContext
{
    private readonly List<Action<IBusRegistrationConfigurator>> _registrations = [];

    /// <summary>The figures of this service's messaging.</summary>
    public MessagingOptions Options { get; } = new();

    /// <summary>Adds a consumer on a queue of its own.</summary>
    public MessagingBuilder<TDb> AddConsumer<TConsumer>()
        where TConsumer : class, IConsumer
    {
        _registrations.Add(bus => bus.AddConsumer<TConsumer>());
        return this;
    }

    /// <summary>Adds a saga on a queue of its own, stored in the service's database.</summary>
    public MessagingBuilder<TDb> AddSaga<TMachine, TState>()
        where TMachine : class, SagaStateMachine<TState>
        where TState : SagaState
    {
        _registrations.Add(bus =>
            bus.AddSagaStateMachine<TMachine, TState>()
                .Repository(saga =>
                {
                    saga.RegisterSagaRepository<
                        TState,
                        TDb,
                        SagaConsumeContextFactory<TDb, TState>,
                        SagaContextFactory<TDb, TState>
                    >();
                    saga.RegisterLoadSagaRepository<TState, SagaContextFactory<TDb, TState>>();
                    saga.RegisterQuerySagaRepository<TState, SagaContextFactory<TDb, TState>>();
                })
        );
        return this;
    }

    /// <summary>
    /// Lets endpoints write through <see cref="GroupCommit{TDb, TItem}"/>, which commits what many requests bring at the same
    /// time as one transaction.
    /// </summary>
    /// <param name="write">
    /// Adds the rows of all items to the context, and publishes: best one event that carries them all. It does not save. It may
    /// run again with one item alone, so it only adds; it must not load and change rows that others change.
    /// </param>
    /// <typeparam name="TItem">What a request brings.</typeparam>
    public MessagingBuilder<TDb> AddGroupCommit<TItem>(Func<IReadOnlyList<TItem>, TDb, IPublishEndpoint, Task> write)
    {
        _registrations.Add(bus =>
            bus.AddSingleton(provider => new GroupCommit<TDb, TItem>(
                provider.GetRequiredService<IServiceScopeFactory>(),
                write
            ))
        );
        return this;
    }

    /// <summary>Registers everything that was added.</summary>
    internal void Register(IBusRegistrationConfigurator bus)
    {
        foreach (var registration in _registrations)
        {
            registration(bus);
        }
    }
}
