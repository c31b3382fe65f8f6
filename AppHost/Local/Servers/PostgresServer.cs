using System.Globalization;
using IntegrationPlatform.Local.Processes;
using Npgsql;

namespace IntegrationPlatform.Local.Servers;

/// <summary>A private PostgreSQL server on a port and folder of its own; it needs neither systemd nor a container.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly PostgresOptions _options;
    private readonly PostgresFolder _folder;
    private ChildProcess? _server;

    private PostgresServer(PostgresOptions options)
    {
        _options = options;
        _folder = PostgresFolder.In(options.Folder);
    }

    /// <summary>The port it listens on.</summary>
    public int Port => _options.Port;

    /// <summary>True while its process runs.</summary>
    public bool Runs => _server is { HasEnded: false };

    /// <summary>The server's process id.</summary>
    public int ProcessId => Server.Id;

    /// <summary>Makes the data folder where there is none, starts the server and waits until it takes connections.</summary>
    public static async Task<PostgresServer> StartAsync(
        PostgresOptions options,
        CancellationToken cancellation = default
    )
    {
        var server = new PostgresServer(options);
        await server._folder.InitializeAsync(options, cancellation);
        try
        {
            await server.StartAgainAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of the superuser to one of its databases.</summary>
    public string ConnectionString(string database = "postgres") =>
        ConnectionString(database, "postgres", _options.Password);

    /// <summary>The connection string of a role to one of its databases.</summary>
    public string ConnectionString(string database, string role, string password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Database = database,
            Username = role,
            Password = password,
        }.ConnectionString;

    /// <summary>Makes a database with an owner of its own where they are missing.</summary>
    /// <returns>The owner's connection string.</returns>
    public async Task<string> EnsureDatabaseAsync(
        string database,
        string owner,
        string password,
        CancellationToken cancellation = default
    )
    {
        await using var source = NpgsqlDataSource.Create($"{ConnectionString()};Pooling=false");
        await using var roles = source.CreateCommand("SELECT 1 FROM pg_roles WHERE rolname = $1");
        roles.Parameters.AddWithValue(owner);
        if (await roles.ExecuteScalarAsync(cancellation) is null)
        {
            await Run(
                source,
                $"CREATE ROLE {Quoted(owner)} LOGIN PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'"
            );
        }

        await using var databases = source.CreateCommand("SELECT 1 FROM pg_database WHERE datname = $1");
        databases.Parameters.AddWithValue(database);
        if (await databases.ExecuteScalarAsync(cancellation) is null)
        {
            await Run(source, $"CREATE DATABASE {Quoted(database)} OWNER {Quoted(owner)}");
        }

        return ConnectionString(database, owner, password);

        async Task Run(NpgsqlDataSource on, string sql)
        {
            await using var command = on.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Starts a server that was stopped or killed, with the data it has.</summary>
    public async Task StartAgainAsync(CancellationToken cancellation = default)
    {
        if (Runs)
        {
            return;
        }

        _server?.Dispose();
        _server = ChildProcess.Start(
            new ChildStart(Path.Combine(Installed.Postgres, "postgres"), [.. Arguments()], _folder.Log)
            {
                Name = "PostgreSQL",
                WorkingFolder = _folder.Data,
                Account = _folder.Account,
                DeathSignal = Signal.Quit,
            }
        );
        await _server.UntilAsync(() => Task.FromResult(_folder.SaysReady(_server.Id)), Patience, cancellation);
    }

    /// <summary>Stops the server in order: sessions are ended, committed data is written.</summary>
    public Task StopAsync() => _server?.StopAsync(Signal.Interrupt, Patience) ?? Task.CompletedTask;

    /// <summary>Ends the server and its sessions at once, as a power cut would.</summary>
    public Task KillAsync() => Server.KillAsync();

    /// <summary>Freezes the server and its sessions.</summary>
    public void Pause() => Server.Pause();

    /// <summary>Lets a frozen server go on.</summary>
    public void Resume() => Server.Resume();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _server?.Dispose();
    }

    private ChildProcess Server => _server ?? throw new InvalidOperationException("PostgreSQL is not started.");

    private IEnumerable<string> Arguments()
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = Port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = _options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["shared_buffers"] = "256MB",
            ["max_wal_size"] = "2GB",
            ["timezone"] = "UTC",
        };
        if (!_options.Durable)
        {
            settings["fsync"] = settings["synchronous_commit"] = settings["full_page_writes"] = "off";
        }

        return
        [
            "-D",
            _folder.Data,
            .. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" }),
        ];
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
