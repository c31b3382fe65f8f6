using System.Diagnostics;
using System.Globalization;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;
using Npgsql;

namespace IntegrationPlatform.Chaos.Faults;

/// <summary>
/// A disk of its own, small enough to fill, for the table that the counts are entered in. Only root can make one, and
/// not in every container: where it cannot be made, the fault is left out and says why.
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const string Size = "64m";
    private readonly string _folder;
    private readonly string? _why;

    private SmallDisk(string folder, string? why) => (_folder, _why) = (folder, why);

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Gives back what a run that was killed left mounted.</summary>
    public static async Task GiveBackAsync(string folder)
    {
        var mounts = await File.ReadAllLinesAsync("/proc/mounts");
        if (mounts.Any(mount => mount.Split(' ')[1] == folder))
        {
            await UnmountAsync(folder);
        }
    }

    /// <summary>Makes the disk where that is possible, and moves the table there.</summary>
    public static async Task<SmallDisk> MakeAsync(LocalPlatform platform, string folder)
    {
        if (PostgresFolder.In(folder).Account is not { } account)
        {
            return new SmallDisk(folder, "only root can make a small disk");
        }

        Directory.CreateDirectory(folder);
        var owner = string.Create(CultureInfo.InvariantCulture, $"uid={account.User},gid={account.Group}");
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size},mode=0755,{owner}", "tmpfs", folder) is { } why)
        {
            return new SmallDisk(folder, $"a small disk could not be made: {why}");
        }

        var disk = new SmallDisk(folder, null);
        try
        {
            await disk.MoveTableAsync(platform);
            return disk;
        }
        catch
        {
            await disk.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fills the disk to the last block.</summary>
    /// <exception cref="MissedException">There is no such disk; the message says why.</exception>
    public void Fill()
    {
        if (_why is not null)
        {
            throw new MissedException(_why);
        }

        using var filler = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // No space is left: that is what it is for.
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(Filler);

    /// <summary>Gives the disk back; its server must have ended.</summary>
    public ValueTask DisposeAsync() => _why is null ? new ValueTask(UnmountAsync(_folder)) : ValueTask.CompletedTask;

    private static async Task UnmountAsync(string folder)
    {
        if (await RunAsync("umount", folder) is { } fault)
        {
            throw new InvalidOperationException($"{folder} is still mounted: {fault}");
        }
    }

    private async Task MoveTableAsync(LocalPlatform platform)
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        if (await RunAsync("chown", "--reference", _folder, data) is { } fault)
        {
            throw new InvalidOperationException($"{data} could not be given to PostgreSQL: {fault}");
        }

        var database = platform.Postgres.ConnectionString(ChaosRun.Counting.Database!);
        await using var source = NpgsqlDataSource.Create($"{database};Pooling=false");
        foreach (
            var sql in new[]
            {
                $"create tablespace small location '{data}'",
                "alter table entries set tablespace small",
            }
        )
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Runs a program; what it said when it failed, or null.</summary>
    private static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true }
        )!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : said.Trim();
    }
}
