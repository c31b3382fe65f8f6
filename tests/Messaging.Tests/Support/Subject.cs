using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>
/// What the suite is put to: a service's messaging on a store of its own. The tests know only promises, so another store
/// is one more subject.
/// </summary>
public abstract class Subject
{
    /// <summary>Messaging in the database's default schema.</summary>
    public static readonly Subject DefaultSchema = new Subject<ShopDb>(Servers.NewAsync);

    /// <summary>Messaging in a schema of the service's own.</summary>
    public static readonly Subject OwnSchema = new Subject<ShopInSchemaDb>(Servers.NewAsync);

    /// <summary>Messaging over a cluster of three nodes; a service knows them all.</summary>
    public static readonly Subject OnCluster = new Subject<ShopDb>(Servers.OnClusterAsync);

    /// <summary>A database and a broker of one test's own.</summary>
    public abstract Task<Servers> NewServersAsync();

    /// <summary>Starts a replica of a service.</summary>
    /// <param name="servers">Its database and its broker.</param>
    /// <param name="setup">What it consumes, and its figures.</param>
    /// <param name="services">What its consumers need.</param>
    /// <param name="name">The service's name.</param>
    /// <param name="waitForBroker">False when the broker is not there yet.</param>
    public abstract Task<Service> StartAsync(
        Servers servers,
        Action<Setup> setup,
        Action<IServiceCollection>? services = null,
        string name = "shop",
        bool waitForBroker = true
    );
}

/// <summary>Messaging on one kind of context.</summary>
internal sealed class Subject<TDb>(Func<Task<Servers>> servers) : Subject
    where TDb : ShopDb
{
    public override Task<Servers> NewServersAsync() => servers();

    public override async Task<Service> StartAsync(
        Servers servers,
        Action<Setup> setup,
        Action<IServiceCollection>? services = null,
        string name = "shop",
        bool waitForBroker = true
    )
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("SHOW_LOGS") is { Length: > 0 })
        {
            builder.Logging.AddConsole().AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        }

        builder.Configuration["ConnectionStrings:rabbitmq"] = servers.Broker;
        builder.Services.AddDbContextPool<TDb>(db => db.UseNpgsql(servers.Database));
        if (typeof(TDb) != typeof(ShopDb))
        {
            builder.Services.AddScoped<ShopDb>(scope => scope.GetRequiredService<TDb>());
        }

        services?.Invoke(builder.Services);
        builder.Services.AddMessaging<TDb>(
            name,
            messaging =>
            {
                messaging.Options.Retries = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20)];
                setup(new Setup<TDb>(messaging));
            }
        );
        var service = new Service<TDb>(builder.Build());
        await service.InScopeAsync((_, db) => db.CreateTablesAsync());
        await service.StartAsync();
        if (waitForBroker)
        {
            await service.ConnectedAsync();
        }

        return service;
    }
}

/// <summary>What a service consumes, whatever its context.</summary>
public abstract class Setup
{
    public abstract MessagingOptions Options { get; }

    public abstract Setup AddConsumer<TConsumer>()
        where TConsumer : class, IConsumer;

    public abstract Setup AddSaga<TMachine, TState>()
        where TMachine : class, SagaStateMachine<TState>
        where TState : SagaState;

    public abstract Setup AddGroupCommit<TItem>(Func<IReadOnlyList<TItem>, DbContext, IPublishEndpoint, Task> write);
}

/// <summary>What a service with one kind of context consumes.</summary>
internal sealed class Setup<TDb>(MessagingBuilder<TDb> messaging) : Setup
    where TDb : DbContext
{
    public override MessagingOptions Options => messaging.Options;

    public override Setup AddConsumer<TConsumer>()
    {
        messaging.AddConsumer<TConsumer>();
        return this;
    }

    public override Setup AddSaga<TMachine, TState>()
    {
        messaging.AddSaga<TMachine, TState>();
        return this;
    }

    public override Setup AddGroupCommit<TItem>(Func<IReadOnlyList<TItem>, DbContext, IPublishEndpoint, Task> write)
    {
        messaging.AddGroupCommit<TItem>((items, db, bus) => write(items, db, bus));
        return this;
    }
}
