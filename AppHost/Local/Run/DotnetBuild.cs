using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Run;

/// <summary>Runs a build that leaves no process behind: neither nodes of MSBuild nor the compiler's server.</summary>
public static class DotnetBuild
{
    /// <summary>Runs <c>dotnet</c> with these arguments.</summary>
    /// <exception cref="InvalidOperationException">The build failed; the message has its errors.</exception>
    public static async Task RunAsync(
        string folder,
        string log,
        IReadOnlyList<string> arguments,
        CancellationToken cancellation = default
    )
    {
        // A compiler server of our own, for it stays for minutes and must be found again to be ended.
        var compiler = $"platform-{Guid.NewGuid():N}";
        File.Delete(log);
        try
        {
            await ChildProcess.RunAsync(
                new ChildStart(
                    "dotnet",
                    [
                        .. arguments,
                        "-nodeReuse:false",
                        "-p:UseSharedCompilation=true",
                        $"-p:SharedCompilationId={compiler}",
                    ],
                    log
                )
                {
                    Name = "The build",
                    WorkingFolder = folder,
                    // What a build that calls us has set for itself must not reach this one.
                    Environment = new Dictionary<string, string?>
                    {
                        ["MSBUILD_EXE_PATH"] = null,
                        ["MSBuildExtensionsPath"] = null,
                        ["MSBuildSDKsPath"] = null,
                        ["MSBUILDDISABLENODEREUSE"] = "1",
                        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
                        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                        ["DOTNET_NOLOGO"] = "1",
                    },
                },
                cancellation
            );
        }
        catch (InvalidOperationException fault) when (Errors(log) is { Count: > 0 } errors)
        {
            throw new InvalidOperationException(
                $"The build failed (log: {log}):\n  {string.Join("\n  ", errors)}",
                fault
            );
        }
        finally
        {
            foreach (var process in ProcessTree.WithArgument(compiler))
            {
                ProcessSignals.Send(process, Signal.Terminate);
            }
        }
    }

    private static List<string> Errors(string log) =>
        [.. File.ReadLines(log).Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];
}
