using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using IntegrationPlatform.Tests.Support.Servers;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace IntegrationPlatform.Tests.Support;

/// <summary>
/// A service as it runs, in the test's process: its real Program on a new and migrated database and a new virtual host,
/// with a clock that the test moves and tokens for any organisation. Derive a fixture for the service and share it:
/// <c>public sealed class MappingFixture() : ServiceFixture&lt;Program, MappingDb&gt;("mapping");</c>
/// </summary>
/// <param name="service">The service's name, as in <c>/mapping/v1</c> and <c>mapping-db</c>.</param>
/// <param name="start">What the clock shows first; <see cref="FakeClock"/>'s own start when not given.</param>
public abstract class ServiceFixture<TProgram, TDb>(string service, DateTimeOffset? start = null) : IAsyncLifetime
    where TProgram : class
    where TDb : DbContext
{
    private static readonly RSA SealingKey = RSA.Create(2048);
    private Factory? _factory;

    /// <summary>What the service's rules mean by "now".</summary>
    public FakeClock Clock { get; } = new(start);

    /// <summary>The service's container.</summary>
    public IServiceProvider Services => Running.Services;

    /// <summary>Settings beyond those that every service gets.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>Where it listens; only for a fixture that <see cref="Listens"/>.</summary>
    public Uri Address => Running.ClientOptions.BaseAddress;

    /// <summary>True when it listens on a port, for callers that are processes of their own.</summary>
    public virtual bool Listens { get; init; }

    /// <summary>A client without a token.</summary>
    public HttpClient Anonymous() => Running.CreateClient();

    /// <summary>A client with a token.</summary>
    /// <param name="organisation">The organisation's number.</param>
    /// <param name="scopes">Scopes without their prefix, such as <c>mapping.write</c>.</param>
    public HttpClient As(string organisation, params IEnumerable<string> scopes)
    {
        var client = Running.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            TestTokens.For(organisation, scopes)
        );
        return client;
    }

    /// <summary>Looks into the service's database, or changes it, in a scope of its own.</summary>
    public async Task<T> InDatabase<T>(Func<TDb, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Changes the service's database in a scope of its own and saves.</summary>
    public Task Save(Action<TDb> change) =>
        InDatabase(db =>
        {
            change(db);
            return db.SaveChangesAsync();
        });

    /// <summary>Publishes a message as another service would.</summary>
    /// <param name="message">The message.</param>
    /// <param name="id">The message id: the same id again is the same message again.</param>
    public Task Publish<T>(T message, Guid? id = null)
        where T : class =>
        Services.GetRequiredService<IBus>().Publish(message, context => context.MessageId = id ?? NewId.NextGuid());

    /// <summary>Publishes a message whose type is known only when the test runs.</summary>
    public Task Publish(object message, Type type, Guid id) =>
        Services.GetRequiredService<IBus>().Publish(message, type, context => context.MessageId = id);

    /// <summary>Waits until the service has taken in all of these messages.</summary>
    /// <param name="ids">Their ids.</param>
    public Task Consumed(params Guid[] ids) =>
        Eventually.Holds(
            $"{ids.Length} messages are consumed",
            () =>
                InDatabase(async db =>
                    ids.Length
                    == await db
                        .Database.SqlQuery<int>(
                            $"select count(distinct message_id)::int as \"Value\" from inbox where message_id = any({ids})"
                        )
                        .SingleAsync()
                )
        );

    /// <summary>Hears from now on every message of a type that reaches the broker.</summary>
    public async Task<Heard<T>> Listen<T>()
        where T : class
    {
        var heard = new Heard<T>();
        var endpoint = Services
            .GetRequiredService<IBus>()
            .ConnectReceiveEndpoint(
                $"heard-{Guid.CreateVersion7():N}",
                queue =>
                {
                    queue.ConfigureConsumeTopology = true;
                    queue.Handler<T>(context =>
                    {
                        heard.Add(context.Message);
                        return Task.CompletedTask;
                    });
                }
            );
        await endpoint.Ready;
        return heard;
    }

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        var database = TestServers.NewDatabaseAsync(service);
        var virtualHost = TestServers.NewVirtualHostAsync(service);
        var settings = new Dictionary<string, string>(TestSettings.All, StringComparer.Ordinal)
        {
            [$"ConnectionStrings:{service}-db"] = await database,
            ["ConnectionStrings:rabbitmq"] = await virtualHost,
            ["Sealing:PublicKey"] = InSetting(SealingKey.ExportSubjectPublicKeyInfoPem()),
            ["Sealing:PrivateKey"] = InSetting(SealingKey.ExportPkcs8PrivateKeyPem()),
            ["Identity:MasterKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        };
        foreach (var (key, value) in Settings)
        {
            settings[key] = value;
        }

        await MigrateAsync(settings[$"ConnectionStrings:{service}-db"]);
        _factory = new Factory(settings, Clock);
        if (Listens)
        {
            _factory.UseKestrel();
            _factory.StartServer();
        }

        using var client = Anonymous();
        await Eventually.Holds(
            $"{service} is ready",
            async () => (await client.GetAsync(new Uri("/ready", UriKind.Relative))).IsSuccessStatusCode
        );
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }
    }

    private Factory Running => _factory ?? throw new InvalidOperationException("The fixture is not initialised.");

    private static async Task MigrateAsync(string connection)
    {
        var options = new DbContextOptionsBuilder<TDb>().UseNpgsql(connection).Options;
        await using var db = (TDb)Activator.CreateInstance(typeof(TDb), options)!;
        await db.Database.MigrateAsync();
    }

    private static string InSetting(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));

    /// <summary>Starts the Program with the fixture's settings and clock.</summary>
    private sealed class Factory(IReadOnlyDictionary<string, string> settings, FakeClock clock)
        : WebApplicationFactory<TProgram>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development").UseUrls(TestSettings.AnyPort);
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
        }
    }
}
