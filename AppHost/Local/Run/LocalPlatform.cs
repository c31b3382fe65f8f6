using System.Diagnostics;
using System.Globalization;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Local.Run;

/// <summary>
/// The whole platform as plain processes of this machine: PostgreSQL, RabbitMQ, the local issuer, the IMDinett receiver,
/// the services and the gateway. All of it ends with the process that started it.
/// </summary>
public sealed class LocalPlatform : IAsyncDisposable
{
    private readonly LocalOptions _options;
    private readonly LocalSecrets _secrets;
    private readonly Publisher _publisher;
    private readonly PartSettings _settings;
    private readonly List<RunningPart> _parts = [];
    private PostgresServer? _postgres;
    private RabbitMqCluster? _broker;

    private LocalPlatform(LocalOptions options)
    {
        _options = options;
        _secrets = LocalSecrets.In(options.Folder, options.Parts);
        _publisher = new Publisher(options.Checkout, options.Programs);
        _settings = new PartSettings(options.Addresses, _secrets, options.Folder);
        Clock = new PlatformTime(_settings.ClockFile);
    }

    /// <summary>The PostgreSQL server.</summary>
    public PostgresServer Postgres => _postgres ?? throw new InvalidOperationException("PostgreSQL is not started.");

    /// <summary>The RabbitMQ nodes.</summary>
    public IReadOnlyList<RabbitMqNode> BrokerNodes =>
        _broker?.Nodes ?? throw new InvalidOperationException("RabbitMQ is not started.");

    /// <summary>The platform's own processes.</summary>
    public IReadOnlyList<RunningPart> Parts => _parts;

    /// <summary>The clock that all of them read.</summary>
    public PlatformTime Clock { get; }

    /// <summary>How the platform is reached.</summary>
    public RunFile Run =>
        new()
        {
            Gateway = _options.Addresses.Of(Platform.Gateway),
            Issuer = _options.Addresses.Of(Platform.Issuer),
            Imdinett = _options.Addresses.Of(Platform.Imdinett),
            ClockFile = Clock.File,
            ClientKey = _secrets.ClientKeyPem,
            Servers = new ServersOfRun(
                BrokerNodes[0].Address(),
                BrokerNodes[0].Control.DistributionPort,
                _secrets.RabbitMqCookie,
                Postgres.ConnectionString()
            ),
            Supervisor = Environment.ProcessId,
            Parts =
            [
                .. _parts.Select(part => new RunningAt(part.Part.Name, part.Replica, part.ProcessId, part.Address)),
            ],
        };

    /// <summary>Starts everything and waits until all of it is ready.</summary>
    /// <exception cref="InvalidOperationException">A port is taken, or something did not start; the message says what.</exception>
    public static async Task<LocalPlatform> StartAsync(LocalOptions options, CancellationToken cancellation = default)
    {
        PortPlan.RefuseTaken(options);
        Directory.CreateDirectory(options.Folder);
        if (Directory.Exists(Logs(options)))
        {
            Directory.Delete(Logs(options), recursive: true);
        }

        Directory.CreateDirectory(Logs(options));
        var platform = new LocalPlatform(options);
        try
        {
            await platform.StartAllAsync(cancellation);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>A part's replica, counted from 1.</summary>
    public RunningPart Find(string name, int replica = 1) =>
        _parts.Single(part => part.Part.Name == name && part.Replica == replica);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        RunFile.Remove(_options.Folder);
        // The door first, then who works behind it, then what they work on.
        var door = _parts.Where(part => part.Part == Platform.Gateway).ToList();
        await Task.WhenAll(door.Select(part => part.StopAsync()));
        await Task.WhenAll(_parts.Except(door).Select(part => part.StopAsync()));

        foreach (var part in _parts)
        {
            part.Dispose();
        }

        await Task.WhenAll(
            _broker?.DisposeAsync().AsTask() ?? Task.CompletedTask,
            _postgres?.DisposeAsync().AsTask() ?? Task.CompletedTask
        );
    }

    private async Task StartAllAsync(CancellationToken cancellation)
    {
        Clock.EnsureStarted();
        // The broker's boot is the longest part of a start: it goes first, and everything else beside it.
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var broker = Step("RabbitMQ", () => StartBrokerAsync(all.Token));
        var postgres = Step("PostgreSQL", () => StartPostgresAsync(all.Token));
        var programs = PublishAsync(all.Token);
        var parts = _options.Parts.Select(part => StartPartAsync(part, broker, postgres, programs, all.Token));
        await Together.AllAsync([broker, postgres, programs, .. parts], all);
        Run.Write(_options.Folder);
    }

    private async Task StartBrokerAsync(CancellationToken cancellation)
    {
        var nodes = Enumerable.Range(0, _options.RabbitMqNodes).Select(BrokerNode).ToList();
        _broker = await RabbitMqCluster.StartAsync(Path.Combine(_options.Folder, "rabbitmq"), nodes, cancellation);
    }

    private RabbitMqOptions BrokerNode(int index) =>
        new(_options.Folder)
        {
            Port = _options.Addresses.Port(Platform.BrokerPort + index),
            DistributionPort = _options.Addresses.Port(Platform.BrokerDistributionPort + index),
            Password = _secrets.RabbitMqPassword,
            Cookie = _secrets.RabbitMqCookie,
        };

    /// <summary>The nodes' addresses for a replica, which connects to the first that answers: replicas begin at different nodes.</summary>
    private string BrokerAddresses(int replica) =>
        string.Join(
            ',',
            Enumerable
                .Range(replica - 1, _options.RabbitMqNodes)
                .Select(node => BrokerNode(node % _options.RabbitMqNodes).Address())
        );

    private async Task StartPostgresAsync(CancellationToken cancellation)
    {
        var options = new PostgresOptions(Path.Combine(_options.Folder, "postgres"))
        {
            Port = _options.Addresses.Port(Platform.PostgresPort),
            Password = _secrets.PostgresPassword,
        };
        _postgres = await PostgresServer.StartAsync(options, cancellation);
        foreach (var part in _options.Parts.Where(part => part.Database is not null))
        {
            var password = _secrets.DatabasePasswords[part.Name];
            await Postgres.EnsureDatabaseAsync(part.Database!, part.Name, password, cancellation);
        }
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var projects = _options.Parts.Select(part => part.Project).ToList();
        if (await _publisher.PublishAsync(projects, _options.Progress, cancellation))
        {
            Report("programs built", clock);
        }

        await _publisher.CopyAsync(projects, RunningPrograms, cancellation);
    }

    private async Task StartPartAsync(
        Part part,
        Task broker,
        Task postgres,
        Task programs,
        CancellationToken cancellation
    )
    {
        await programs;
        if (part.Database is not null)
        {
            await postgres;
            await MigrateAsync(part, cancellation);
        }

        if (part.Needs.HasFlag(Need.Broker))
        {
            await broker;
        }

        await Step(
            part.Name,
            () =>
                Task.WhenAll(
                    Enumerable
                        .Range(1, part.CanReplicate ? _options.Replicas : 1)
                        .Select(replica => Add(part, replica).StartAgainAsync(cancellation))
                )
        );
    }

    private RunningPart Add(Part part, int replica)
    {
        var running = new RunningPart(part, replica, _options.Addresses.Of(part, replica), Start(part, replica));
        lock (_parts)
        {
            _parts.Add(running);
        }

        return running;
    }

    /// <summary>Brings the database up to date, unless these very programs have done so already.</summary>
    private async Task MigrateAsync(Part part, CancellationToken cancellation)
    {
        var done = Path.Combine(_options.Folder, $"{part.Name}.migrated");
        if (File.Exists(done) && await File.ReadAllTextAsync(done, cancellation) == _publisher.Stamp)
        {
            return;
        }

        var start = Start(part, 1);
        await ChildProcess.RunAsync(
            start with
            {
                Name = $"The migration of {part.Name}",
                Arguments = [.. start.Arguments, "migrate"],
            },
            cancellation
        );
        await File.WriteAllTextAsync(done, _publisher.Stamp, cancellation);
    }

    private ChildStart Start(Part part, int replica)
    {
        var name = _options.Replicas > 1 && part.CanReplicate ? $"{part.Name}-{replica}" : part.Name;
        var assembly = Path.Combine(RunningPrograms, part.Assembly, $"{part.Assembly}.dll");
        return new ChildStart("dotnet", [assembly], Path.Combine(Logs(_options), $"{name}.log"))
        {
            Name = name,
            WorkingFolder = Path.GetDirectoryName(assembly),
            Environment = Variables(part, replica),
        };
    }

    private Dictionary<string, string?> Variables(Part part, int replica)
    {
        var variables = _settings.Of(part).ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        variables["ASPNETCORE_URLS"] = _options.Addresses.Of(part, replica).ToString();
        variables["OTEL_SERVICE_NAME"] = part.Name;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={part.Name}-{replica}";
        if (part.Database is { } database)
        {
            var password = _secrets.DatabasePasswords[part.Name];
            // The name says in pg_stat_activity whose session it is.
            variables[$"ConnectionStrings__{database}"] =
                $"{Postgres.ConnectionString(database, part.Name, password)};Application Name={part.Name}-{replica}";
        }

        if (part.Needs.HasFlag(Need.Broker))
        {
            variables["ConnectionStrings__rabbitmq"] = BrokerAddresses(replica);
        }

        foreach (var service in part.Needs.HasFlag(Need.Services) ? Platform.Services : [])
        {
            for (var i = 0; i < _options.Replicas; i++)
            {
                variables[$"services__{service.Name}__http__{i}"] = _options.Addresses.Of(service, i + 1).ToString();
            }
        }

        return variables;
    }

    private async Task Step(string name, Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        Report($"{name} ready", clock);
    }

    private void Report(string what, Stopwatch clock) =>
        _options.Progress?.Invoke(
            string.Create(CultureInfo.InvariantCulture, $"{what, -24} {clock.Elapsed.TotalSeconds, 6:0.0} s")
        );

    private string RunningPrograms => Path.Combine(_options.Folder, "programs");

    private static string Logs(LocalOptions options) => Path.Combine(options.Folder, "logs");
}
