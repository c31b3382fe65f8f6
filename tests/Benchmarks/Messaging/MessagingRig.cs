using System.Globalization;
using IntegrationPlatform.Benchmarks.Intake;
using IntegrationPlatform.Benchmarks.Ledger;
using IntegrationPlatform.Local.Servers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>
/// What the benchmark runs against: a durable PostgreSQL and a RabbitMQ node of its own, the intake service, a ledger
/// service with little history and one with much.
/// </summary>
internal sealed class MessagingRig : IAsyncDisposable
{
    private const string Password = "bench";
    private const string PlainDatabase = "plain";
    private readonly List<ServiceProcess> _services = [];
    private PostgresServer? _postgres;
    private RabbitMqNode? _rabbitMq;

    public ServiceProcess Intake { get; private set; } = null!;

    /// <summary>The ledger that hears the intake service; its history is short.</summary>
    public LedgerOf Ledger { get; private set; } = null!;

    /// <summary>A ledger in a virtual host of its own; its history is long.</summary>
    public LedgerOf LongLedger { get; private set; } = null!;

    /// <summary>A database with the intake service's tables that no service knows: for pgbench.</summary>
    public string Plain { get; private set; } = "";

    public PostgresServer Postgres => _postgres!;

    public RabbitMqNode RabbitMq => _rabbitMq!;

    public static async Task<MessagingRig> StartAsync(long shortHistory, long longHistory)
    {
        var rig = new MessagingRig();
        try
        {
            await rig.StartServersAsync();
            await rig.StartServicesAsync(shortHistory, longHistory);
            return rig;
        }
        catch
        {
            await rig.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_services.Select(service => service.DisposeAsync().AsTask()));
        if (_postgres is not null)
        {
            await _postgres.KillAsync();
            await _postgres.DisposeAsync();
        }

        if (_rabbitMq is not null)
        {
            await _rabbitMq.KillAsync();
            await _rabbitMq.DisposeAsync();
        }
    }

    private async Task StartServersAsync()
    {
        var postgres = PostgresServer.StartAsync(new PostgresOptions(Path.Combine(TestFolder.Own, "postgres")));
        var rabbitMq = RabbitMqNode.StartAsync(new RabbitMqOptions(Path.Combine(TestFolder.Own, "rabbitmq")));
        await Task.WhenAll(
            Task.Run(async () => _postgres = await postgres),
            Task.Run(async () => _rabbitMq = await rabbitMq)
        );
    }

    private async Task StartServicesAsync(long shortHistory, long longHistory)
    {
        Plain = await DatabaseAsync<IntakeDb>(PlainDatabase, options => new IntakeDb(options));
        var intake = await DatabaseAsync<IntakeDb>("intake", options => new IntakeDb(options));
        var ledger = await DatabaseAsync<LedgerDb>("ledger", options => new LedgerDb(options));
        var longLedger = await DatabaseAsync<LedgerDb>("long_ledger", options => new LedgerDb(options));
        await History.WriteAsync(ledger, shortHistory);
        await History.WriteAsync(longLedger, longHistory);

        var aside = await RabbitMq.CreateVirtualHostAsync("long");
        Ledger = new LedgerOf(Start(LedgerService.Name, ledger, RabbitMq.Address()), ledger, RabbitMq.Address());
        LongLedger = new LedgerOf(Start(LedgerService.Name, longLedger, aside), longLedger, aside);
        Intake = Start(IntakeService.Name, intake, RabbitMq.Address());
        await Task.WhenAll(_services.Select(service => service.ReadyAsync()));
    }

    private async Task<string> DatabaseAsync<TDb>(string name, Func<DbContextOptions<TDb>, TDb> context)
        where TDb : DbContext
    {
        var connection = await Postgres.EnsureDatabaseAsync(name, name, Password);
        await using var db = context(new DbContextOptionsBuilder<TDb>().UseNpgsql(connection).Options);
        await db.Database.EnsureCreatedAsync();
        return connection;
    }

    private ServiceProcess Start(string name, string database, string broker)
    {
        var number = _services.Count.ToString(CultureInfo.InvariantCulture);
        var service = ServiceProcess.Start(name, Path.Combine(TestFolder.Own, $"{name}{number}.log"), database, broker);
        _services.Add(service);
        return service;
    }
}
