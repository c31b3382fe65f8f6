using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Persistence.Requests;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Hosting.Tests.Requests;

/// <summary>A small service with a real database: it registers people and refuses those without a name.</summary>
public sealed class Register : IAsyncLifetime
{
    private static readonly PolicyKey Hours = new("PRO-1", "hours-per-week");
    private static readonly ProblemType Nameless = new("nameless", 422, "MAP-1", "A person has a name");
    private static readonly ProblemType Unknown = new("unknown-person", 404, null, "There is no such person");
    private TestApp? _app;

    internal TestApp App => _app!;

    /// <summary>A request for "slow" waits for it.</summary>
    internal SemaphoreSlim Slow { get; } = new(0);

    /// <summary>How many requests have reached the handler.</summary>
    internal int Handled;

    public async Task InitializeAsync()
    {
        var connection = await TestServers.NewDatabaseAsync("register");
        _app = await TestApp.StartAsync(
            app =>
            {
                var v1 = app.MapService<RegisterDb>("register");
                v1.MapPost("/people", Add).RequireScope("register.write").Allows("MAP-1", Case.None);
                v1.MapGet("/people/{id:guid}", Read)
                    .RequireScope("register.read")
                    .Allows("ALL-1", Case.Resident)
                    .Is(Act.LookedAtIdentity);
                v1.MapDelete("/people", Clear).RequireScope("register.write");
                v1.MapPost("/faults", Fault).RequireScope("register.write");
            },
            builder => builder.AddDatabase<RegisterDb>("register-db"),
            new Dictionary<string, string?> { ["ConnectionStrings:register-db"] = connection }
        );
        await InDatabase(db => db.Database.EnsureCreatedAsync());
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    internal async Task<T> InDatabase<T>(Func<RegisterDb, Task<T>> act)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<RegisterDb>());
    }

    internal Task<int> Count(string name) => InDatabase(db => db.People.CountAsync(person => person.Name == name));

    private async Task<Results<Created<Entry>, ProblemHttpResult>> Add(
        NewPerson request,
        RegisterDb db,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        Interlocked.Increment(ref Handled);
        var person = new Person { Id = Guid.CreateVersion7(), Name = request.Name };
        db.Add(person);
        await db.SaveChangesAsync(cancellation);
        if (request.Name.Length == 0)
        {
            return Nameless.With();
        }

        if (request.Name == "slow")
        {
            await Slow.WaitAsync(cancellation);
        }

        response.Headers["X-Beside"] = "kept";
        return TypedResults.Created($"/register/v1/people/{person.Id}", new Entry(person.Id, Guid.NewGuid()));
    }

    private static async Task<Results<Ok<Person>, ProblemHttpResult>> Read(
        Guid id,
        RegisterDb db,
        CancellationToken cancellation
    ) =>
        await db.People.SingleOrDefaultAsync(person => person.Id == id, cancellation) is { } person
            ? TypedResults.Ok(person)
            : Unknown.With();

    private static async Task<NoContent> Clear(RegisterDb db, CancellationToken cancellation)
    {
        await db.People.ExecuteDeleteAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<Ok> Fault(NewPerson request, RegisterDb db, CancellationToken cancellation)
    {
        db.Add(new Person { Id = Guid.CreateVersion7(), Name = request.Name });
        await db.SaveChangesAsync(cancellation);
        throw new InvalidOperationException("A fault after the row was written.");
    }

    internal sealed record NewPerson(string Name);

    internal sealed record Entry(Guid Id, Guid Nonce);

    internal sealed class Person
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }

    internal sealed class RegisterDb(DbContextOptions<RegisterDb> options) : DbContext(options)
    {
        public DbSet<Person> People => Set<Person>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.AddPersistence(
                Hours.From(2016, 6, 1, 37m, "hours", "S1"),
                Hours.From(2022, 1, 1, 37.5m, "hours", "S3")
            );

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UsePlatformConventions();
    }
}
