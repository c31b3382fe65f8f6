using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Requests;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Servers;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Hosting.Tests.Telemetry;

/// <summary>
/// A service whose one act goes the whole way: request, outbox, broker, then a saga and a consumer, each with its rows.
/// </summary>
internal static class Observed
{
    public static async Task<TestApp> StartAsync(Dictionary<string, string?> settings)
    {
        settings["ConnectionStrings:observed-db"] = await TestServers.NewDatabaseAsync("observed");
        settings["ConnectionStrings:rabbitmq"] = await TestServers.NewVirtualHostAsync("observed");
        await using (
            var db = new Db(
                new DbContextOptionsBuilder<Db>().UseNpgsql(settings["ConnectionStrings:observed-db"]).Options
            )
        )
        {
            await db.Database.EnsureCreatedAsync();
        }

        var app = await TestApp.StartAsync(
            app =>
            {
                var v1 = app.MapService<Db>("observed");
                v1.MapPost("/cases/{id:guid}", Open).RequireScope("observed.write");
                v1.MapGet("/faults", () => Fail()).RequireScope("observed.write");
            },
            builder =>
            {
                builder.AddDatabase<Db>("observed-db");
                builder.AddMessaging<Db>("observed", m => m.AddConsumer<Noter>().AddSaga<CaseSaga, Case>());
            },
            settings
        );
        using var client = app.Anonymous();
        await Eventually.Holds("it is ready", async () => (await client.GetAsync("/ready")).IsSuccessStatusCode);
        return app;
    }

    public static Task<bool> IsDone(TestApp app, Guid id) =>
        InDatabase(
            app,
            async db => await db.Notes.AnyAsync(n => n.Id == id) && await db.Cases.AnyAsync(c => c.CorrelationId == id)
        );

    private static async Task<bool> InDatabase(TestApp app, Func<Db, Task<bool>> look)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<Db>());
    }

    private static async Task<IResult> Open(
        Guid id,
        Db db,
        IPublishEndpoint bus,
        ILogger<Noter> logger,
        CancellationToken cancellation
    )
    {
        logger.LogWarning("A case is opened");
        await bus.Publish(new Opened(id), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Accepted((string?)null);
    }

    private static string Fail() => throw new InvalidOperationException("A fault.");

    internal sealed class Note
    {
        public required Guid Id { get; init; }
    }

    internal sealed class Case : SagaState;

    internal sealed class CaseSaga : MassTransitStateMachine<Case>
    {
        public CaseSaga()
        {
            InstanceState(c => c.CurrentState);
            Event(() => Opened, e => e.CorrelateById(context => context.Message.Id));
            Initially(When(Opened).TransitionTo(Open));
        }

        public State Open { get; private set; } = null!;

        public Event<Opened> Opened { get; private set; } = null!;
    }

    internal sealed class Noter(Db db) : IConsumer<Opened>
    {
        public Task Consume(ConsumeContext<Opened> context)
        {
            db.Add(new Note { Id = context.Message.Id });
            return Task.CompletedTask;
        }
    }

    internal sealed class Db(DbContextOptions<Db> options) : DbContext(options)
    {
        public DbSet<Note> Notes => Set<Note>();

        public DbSet<Case> Cases => Set<Case>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.AddMessaging();
            modelBuilder.AddPersistence();
            modelBuilder.AddSaga<Case>("cases");
        }

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UsePlatformConventions();
    }
}

/// <summary>A case was opened; public, as every event must be.</summary>
/// <param name="Id">The case.</param>
public sealed record Opened(Guid Id);
