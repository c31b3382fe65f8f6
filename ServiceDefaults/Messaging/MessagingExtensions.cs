using IntegrationPlatform.Messaging.Inbox;
using IntegrationPlatform.Messaging.Operations;
using IntegrationPlatform.Messaging.Outbox;
using MassTransit;
using MassTransit.DependencyInjection;
using MassTransit.Middleware;
using MassTransit.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationPlatform.Messaging;

/// <summary>Messaging with exactly-once effect for a service and its database.</summary>
public static class MessagingExtensions
{
    /// <summary>Adds the bus, the inbox, the outbox and the service's consumers and sagas.</summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="service">The service's name, with which its queues begin.</param>
    /// <param name="configure">Adds consumers and sagas.</param>
    public static WebApplicationBuilder AddMessaging<TDb>(
        this WebApplicationBuilder builder,
        string service,
        Action<MessagingBuilder<TDb>> configure
    )
        where TDb : DbContext
    {
        builder.Services.AddMessaging(service, configure);
        return builder;
    }

    /// <summary>Adds the bus, the inbox, the outbox and the service's consumers and sagas.</summary>
    /// <param name="services">The service's services.</param>
    /// <param name="service">The service's name, with which its queues begin.</param>
    /// <param name="configure">Adds consumers and sagas.</param>
    public static IServiceCollection AddMessaging<TDb>(
        this IServiceCollection services,
        string service,
        Action<MessagingBuilder<TDb>> configure
    )
        where TDb : DbContext
    {
        ArgumentException.ThrowIfNullOrEmpty(service);
        var messaging = new MessagingBuilder<TDb>();
        configure(messaging);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(messaging.Options);
        services.AddSingleton<Broker>();
        services.AddBus(service, messaging);
        services.AddInbox<TDb>();
        services.AddOutbox<TDb>();
        services.AddOperations<TDb>();
        return services;
    }

    private static void AddBus<TDb>(this IServiceCollection services, string service, MessagingBuilder<TDb> messaging)
        where TDb : DbContext
    {
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(new EndpointNames(service));
            messaging.Register(bus);
            bus.AddConfigureEndpointsCallback(
                (context, queue, endpoint) => Bus.ConfigureEndpoint<TDb>(context, queue, endpoint, messaging.Options)
            );
            bus.UsingRabbitMq(Bus.Connect<TDb>);
        });
        // The service starts without its broker, and is ready once the broker answers.
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = false;
            host.ConsumerStopTimeout = messaging.Options.StopTimeout;
            host.StopTimeout = 2 * messaging.Options.StopTimeout;
        });
    }

    private static void AddInbox<TDb>(this IServiceCollection services)
        where TDb : DbContext
    {
        services.AddSingleton<TransactionGate>();
        services.AddSingleton<InboxStatements<TDb>>();
        services.AddSingleton<InboxCrews<TDb>>();
        services.AddScoped<IOutboxContextFactory<TDb>, InboxFilter<TDb>>();
        services.AddSingleton<InboxCleanup<TDb>>();
        services.AddHostedService(provider => provider.GetRequiredService<InboxCleanup<TDb>>());
    }

    private static void AddOutbox<TDb>(this IServiceCollection services)
        where TDb : DbContext
    {
        services.AddSingleton<OutboxSignal<TDb>>();
        services.AddSingleton<OutboxInterceptor<TDb>>();
        services.ConfigureDbContext<TDb>(
            (provider, db) => db.AddInterceptors(provider.GetRequiredService<OutboxInterceptor<TDb>>())
        );
        services.AddSingleton<Destinations>();
        services.AddScoped<OutboxWriter<TDb>>();
        services.Replace(ServiceDescriptor.Scoped<IScopedBusContextProvider<IBus>, OutboxBusContextProvider<TDb>>());
        services.AddScoped<IMessageScheduler>(provider => new MessageScheduler(
            new OutboxScheduler<TDb>(provider.GetRequiredService<ISendEndpointProvider>(), provider),
            provider.GetRequiredService<IBus>().Topology
        ));
        services.AddSingleton<Sending>();
        services.AddHostedService<Dispatcher<TDb>>();
    }

    private static void AddOperations<TDb>(this IServiceCollection services)
        where TDb : DbContext
    {
        services.AddSingleton<ErrorQueues>();
        services.AddSingleton<IOutboxDesk, OutboxDesk<TDb>>();
        services.AddHostedService<OutboxGauges>();
        services.AddSingleton<IStartupFilter, OperationsRoutes>();
    }
}
