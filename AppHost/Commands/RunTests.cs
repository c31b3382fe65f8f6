using System.Globalization;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>
/// Builds the solution once, starts private servers on free ports, runs every test project and counts. The last line is
/// <c>N passed, N failed</c>.
/// </summary>
internal static class RunTests
{
    /// <summary>Two at a time; these want the machine for themselves, and come last.</summary>
    private static readonly string[] Alone = ["System.Tests"];

    private const int AtATime = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var filter = args.Count switch
        {
            0 => null,
            1 when !args[0].StartsWith('-') => args[0],
            _ => throw new CommandException("test takes one filter at most. See: ./platform help test"),
        };
        Packages.EnsureServers();
        using var stop = new StopSignal();
        var projects = TestProjects(filter, out var testFilter);

        // One project brings what it needs; the whole solution takes a minute more.
        var target = projects is [var only] ? only.File : "IntegrationPlatform.sln";
        Console.WriteLine($"Building {Path.GetFileNameWithoutExtension(target)}.");
        var servers = TestRunServers.StartAsync(stop.Token);
        await DotnetBuild.RunAsync(
            Checkout.Root,
            Path.Combine(TestFolder.Own, "build.log"),
            ["build", target, "-m", "-v:quiet", "-p:UseAspire=false"],
            stop.Token
        );
        await using var started = await servers;

        var results = new List<TestProjectResult>();
        var together = projects.Where(project => !Alone.Contains(project.Name)).ToList();
        await Parallel.ForEachAsync(
            together,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop.Token },
            async (project, cancellation) => Add(await project.RunAsync(testFilter, started.Variables, cancellation))
        );
        foreach (var project in projects.Except(together))
        {
            Add(await project.RunAsync(testFilter, started.Variables, stop.Token));
        }

        return Summary(results);

        void Add(TestProjectResult result)
        {
            lock (results)
            {
                results.Add(result);
                result.Print();
            }
        }
    }

    private static List<TestProject> TestProjects(string? filter, out string? testFilter)
    {
        var all = Directory
            .EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(file => new TestProject(file))
            .OrderBy(project => project.Name, StringComparer.Ordinal)
            .ToList();
        var named = all.Where(project => filter is not null && project.Is(filter)).ToList();
        // A filter names test projects, or else tests within all of them.
        testFilter = named.Count > 0 ? null : filter;
        return named.Count > 0 ? named : all;
    }

    private static int Summary(List<TestProjectResult> results)
    {
        var passed = results.Sum(result => result.Passed);
        var failed = results.Sum(result => result.Failures.Count);
        var skipped = results.SelectMany(result => result.SkipReasons).GroupBy(reason => reason).ToList();
        Console.WriteLine();
        if (passed + failed == 0)
        {
            Console.WriteLine("No test ran.");
        }

        foreach (var reason in skipped)
        {
            Console.WriteLine($"Skipped {reason.Count()}: {reason.Key}");
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed");
        Console.WriteLine(skipped.Count == 0 ? line : $"{line}, {skipped.Sum(reason => reason.Count())} skipped");
        return failed == 0 && passed > 0 ? 0 : 1;
    }
}
