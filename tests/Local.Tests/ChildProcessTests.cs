using System.Diagnostics;
using System.Globalization;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Local.Tests;

/// <summary>What ties a child process to its parent.</summary>
public sealed class ChildProcessTests
{
    private static string Log => Path.Combine(TestFolder.Own, "child.log");

    [Fact]
    public async Task A_child_ends_with_its_parent_even_when_that_is_killed()
    {
        using var parent = Process.Start(
            new ProcessStartInfo("dotnet", ["exec", typeof(ChildProcessTests).Assembly.Location, Log])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var child = int.Parse((await parent.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        using var watched = Process.GetProcessById(child);

        parent.Kill();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await watched.WaitForExitAsync(limit.Token);
        Assert.True(watched.HasExited);
    }

    [Fact]
    public async Task A_child_that_ends_before_it_is_ready_is_a_fault_with_its_last_words()
    {
        using var child = ChildProcess.Start(new ChildStart("sh", ["-c", "echo the disk is full; exit 3"], Log));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            child.UntilAsync(() => Task.FromResult(false), TimeSpan.FromSeconds(30))
        );

        Assert.Contains("ended with code 3", fault.Message, StringComparison.Ordinal);
        Assert.Contains("the disk is full", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_that_does_not_stop_when_asked_is_killed()
    {
        using var child = ChildProcess.Start(new ChildStart("sh", ["-c", "trap '' TERM; sleep 600 & wait; wait"], Log));

        await child.StopAsync(Signal.Terminate, TimeSpan.FromMilliseconds(200));

        Assert.True(child.HasEnded);
    }

    [Fact]
    public async Task A_child_gets_a_setting_whose_name_no_shell_would_take()
    {
        var log = Path.Combine(TestFolder.Own, "settings.log");

        await ChildProcess.RunAsync(
            new ChildStart("env", [], log)
            {
                Environment = new Dictionary<string, string?> { ["ConnectionStrings__mapping-db"] = "Host=here" },
            }
        );

        Assert.Contains("ConnectionStrings__mapping-db=Host=here", await File.ReadAllLinesAsync(log));
    }
}
