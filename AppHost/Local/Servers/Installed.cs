using System.Globalization;

namespace IntegrationPlatform.Local.Servers;

/// <summary>Where this machine keeps the servers' programs.</summary>
public static class Installed
{
    /// <summary>The folder with RabbitMQ's own start script; Debian's wrapper in the path changes folder and user.</summary>
    public static string RabbitMq =>
        Folder(["/usr/lib/rabbitmq/bin", "/opt/homebrew/sbin", "/usr/local/sbin"], "rabbitmq-server")
        ?? throw new ServerMissingException("rabbitmq-server");

    /// <summary>The folder with PostgreSQL's programs, the newest version where there are several.</summary>
    public static string Postgres =>
        Folder(
            Directory.Exists("/usr/lib/postgresql")
                ? Directory
                    .EnumerateDirectories("/usr/lib/postgresql")
                    .OrderByDescending(folder =>
                        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version)
                            ? version
                            : 0
                    )
                    .Select(folder => Path.Combine(folder, "bin"))
                : Search,
            "initdb"
        ) ?? throw new ServerMissingException("postgresql");

    /// <summary>nginx, which the gateway is measured against; the platform itself does not need it.</summary>
    public static string Nginx =>
        Folder(["/usr/sbin", "/usr/local/sbin", .. Search], "nginx") is { } folder
            ? Path.Combine(folder, "nginx")
            : throw new ServerMissingException("nginx");

    /// <summary>True when nginx is on this machine.</summary>
    public static bool HasNginx => Missing(() => Nginx).Count == 0;

    /// <summary>Debian packages that are missing for the servers.</summary>
    public static IReadOnlyList<string> MissingPackages() => Missing(() => Postgres, () => RabbitMq);

    /// <summary>Debian packages that are missing for these programs.</summary>
    /// <param name="probes">Find a program each.</param>
    public static IReadOnlyList<string> Missing(params IEnumerable<Func<string>> probes)
    {
        var missing = new List<string>();
        foreach (var probe in probes)
        {
            try
            {
                _ = probe();
            }
            catch (ServerMissingException fault)
            {
                missing.Add(fault.Package);
            }
        }

        return missing;
    }

    private static IEnumerable<string> Search =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    private static string? Folder(IEnumerable<string> folders, string program) =>
        folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, program)));
}

/// <summary>A server's programs are not on this machine.</summary>
public sealed class ServerMissingException(string package)
    : InvalidOperationException($"{package} is not installed. As root: apt-get install {package}")
{
    /// <summary>The Debian package that has it.</summary>
    public string Package => package;
}
