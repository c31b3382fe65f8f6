using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Servers;

/// <summary>
/// The folder of a PostgreSQL server. PostgreSQL refuses to run as root: there it runs as <c>postgres</c>, which must be
/// able to reach the folder.
/// </summary>
public sealed class PostgresFolder
{
    private PostgresFolder(string root)
    {
        Root = root;
        Account = Environment.IsPrivilegedProcess ? Account.Find("postgres") : null;
    }

    /// <summary>The folder itself.</summary>
    public string Root { get; }

    /// <summary>The data.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The server's log.</summary>
    public string Log => Path.Combine(Root, "postgres.log");

    /// <summary>The account the server runs as, or null for our own.</summary>
    public Account? Account { get; }

    /// <summary>
    /// The folder asked for, or, where the account <c>postgres</c> cannot pass through a parent of it (a checkout below
    /// <c>/root</c>), one below <c>/var/lib/integrationplatform</c> that belongs to it.
    /// </summary>
    public static PostgresFolder In(string folder)
    {
        var full = Path.GetFullPath(folder);
        return new PostgresFolder(
            Environment.IsPrivilegedProcess && !OthersMayPass(full)
                ? $"/var/lib/integrationplatform/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..16]}"
                : full
        );
    }

    /// <summary>Makes the data where there is none.</summary>
    public async Task InitializeAsync(PostgresOptions options, CancellationToken cancellation)
    {
        if (Directory.Exists(Data))
        {
            return;
        }

        Directory.CreateDirectory(Root);
        // Made beside its place and then moved there: an initialisation that was cut short must not look finished.
        var unfinished = Path.Combine(Root, "unfinished");
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var password = Path.Combine(Root, "password");
        await File.WriteAllTextAsync(password, options.Password, cancellation);
        File.SetUnixFileMode(password, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (Account is not null)
        {
            Posix.Own(Root, Account);
            Posix.Own(password, Account);
        }

        string[] speed = options.Durable ? [] : ["--no-sync"];
        await ChildProcess.RunAsync(
            new ChildStart(
                Path.Combine(Installed.Postgres, "initdb"),
                [
                    $"--pgdata={unfinished}",
                    "--username=postgres",
                    $"--pwfile={password}",
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    .. speed,
                ],
                Log
            )
            {
                WorkingFolder = Root,
                Account = Account,
            },
            cancellation
        );
        File.Delete(password);
        Directory.Move(unfinished, Data);
    }

    /// <summary>True when the server process says in its lock file that it takes connections.</summary>
    public bool SaysReady(int process)
    {
        var file = Path.Combine(Data, "postmaster.pid");
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        return lines.Length > 7
            && lines[0] == process.ToString(CultureInfo.InvariantCulture)
            && lines[7].StartsWith("ready", StringComparison.Ordinal);
    }

    private static bool OthersMayPass(string folder)
    {
        for (var parent = Directory.GetParent(folder); parent is not null; parent = parent.Parent)
        {
            if (parent.Exists && !parent.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }
}
