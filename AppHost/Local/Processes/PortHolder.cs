using System.Globalization;

namespace IntegrationPlatform.Local.Processes;

/// <summary>Finds out which process listens on a port, from <c>/proc</c>.</summary>
public static class PortHolder
{
    private const string Listening = "0A";
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>The holder's name and process id, or words for a holder of another account; null when the port is free.</summary>
    public static string? Of(int port)
    {
        var inode = Inode(port);
        if (inode is null)
        {
            return FreePort.IsFree(port) ? null : "a process that cannot be seen from here";
        }

        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process)
                && Holds(folder, inode)
            )
            {
                return $"{File.ReadAllText($"{folder}/comm").Trim()} (process {process})";
            }
        }

        return "a process of another account";
    }

    private static string? Inode(int port)
    {
        var local = $":{port:X4}";
        return Tables
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length > 9 && fields[3] == Listening)
            .Where(fields => fields[1].EndsWith(local, StringComparison.Ordinal))
            .Select(fields => fields[9])
            .FirstOrDefault();
    }

    private static bool Holds(string folder, string inode)
    {
        try
        {
            return Directory
                .EnumerateFileSystemEntries($"{folder}/fd")
                .Any(file => new FileInfo(file).LinkTarget == $"socket:[{inode}]");
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            return false; // Another account's process, or one that has just ended.
        }
    }
}
