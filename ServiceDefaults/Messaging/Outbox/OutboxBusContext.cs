using MassTransit;
using MassTransit.Clients;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using MassTransit.Transports;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>What a scope outside a consumer sends with: a request, or a job. Everything goes through the outbox.</summary>
internal sealed class OutboxBusContext<TDb> : ScopedBusContext, OutboxSendContext
    where TDb : DbContext
{
    private readonly OutboxWriter<TDb> _outbox;
    private readonly IServiceProvider _services;

    public OutboxBusContext(IBus bus, OutboxWriter<TDb> outbox, IClientFactory clients, IServiceProvider services)
    {
        _outbox = outbox;
        _services = services;
        SendEndpointProvider = new OutboxSendEndpointProvider(this, bus);
        PublishEndpoint = new PublishEndpoint(new OutboxPublishEndpointProvider(this, bus));
        // A request waits for its answer, so it cannot wait for a commit: it goes to the broker directly.
        ClientFactory = new ScopedClientFactory(
            new ClientFactory(new ScopedClientFactoryContext(clients, services)),
            null
        );
    }

    public ISendEndpointProvider SendEndpointProvider { get; }

    public IPublishEndpoint PublishEndpoint { get; }

    public IScopedClientFactory ClientFactory { get; }

    public Task AddSend<T>(SendContext<T> context)
        where T : class
    {
        _outbox.Add(context, saga: null);
        return Task.CompletedTask;
    }

    public object? GetService(Type serviceType) => _services.GetService(serviceType);
}

/// <summary>Gives a scope its bus: the message that is being handled, or the outbox.</summary>
internal sealed class OutboxBusContextProvider<TDb>(
    IBus bus,
    OutboxWriter<TDb> outbox,
    Bind<IBus, IClientFactory> clients,
    Bind<IBus, IScopedConsumeContextProvider> consuming,
    IServiceProvider services
) : IScopedBusContextProvider<IBus>
    where TDb : DbContext
{
    public ScopedBusContext Context { get; } =
        consuming.Value.HasContext
            ? new ConsumeContextScopedBusContext(consuming.Value.GetContext(), clients.Value)
            : new OutboxBusContext<TDb>(bus, outbox, clients.Value, services);
}
