using System.Diagnostics;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>A test project that is built.</summary>
/// <param name="file">The project file.</param>
internal sealed class TestProject(string file)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>The project file.</summary>
    public string File { get; } = file;

    /// <summary>Its name, such as <c>Mapping.Tests</c>.</summary>
    public string Name { get; } = Path.GetFileNameWithoutExtension(file);

    private string Assembly => Path.Combine(Path.GetDirectoryName(File)!, "bin", "Debug", "net10.0", $"{Name}.dll");

    /// <summary>True when the filter names this project, with or without its ending.</summary>
    public bool Is(string filter) =>
        Name.Equals(filter, StringComparison.OrdinalIgnoreCase)
        || Name.Equals($"{filter}.Tests", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs its tests in a process of their own.</summary>
    public async Task<TestProjectResult> RunAsync(
        string? filter,
        IReadOnlyDictionary<string, string?> variables,
        CancellationToken cancellation
    )
    {
        var clock = Stopwatch.StartNew();
        var results = Path.Combine(TestFolder.Own, $"{Name}.trx");
        var log = Path.Combine(TestFolder.Own, $"{Name}.log");
        string[] chosen = filter is null ? [] : ["--filter", $"FullyQualifiedName~{filter}"];
        using var run = ChildProcess.Start(
            new ChildStart(
                "dotnet",
                ["test", Assembly, "--nologo", "--logger", $"trx;LogFileName={results}", .. chosen],
                log
            )
            {
                Name = Name,
                Environment = new Dictionary<string, string?>(variables) { ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
            }
        );
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await run.EndedAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await run.KillAsync();
            cancellation.ThrowIfCancellationRequested();
        }

        return TestProjectResult.Read(Name, results, log, run.ExitCode, clock.Elapsed);
    }
}
