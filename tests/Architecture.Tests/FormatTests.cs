using System.Diagnostics;

namespace IntegrationPlatform.Architecture.Tests;

/// <summary>The code is formatted by CSharpier, the tool of <c>.config/dotnet-tools.json</c>.</summary>
public sealed class FormatTests
{
    [Fact]
    public async Task The_code_is_formatted()
    {
        var restored = await RunAsync("tool", "restore");
        Assert.True(restored.ExitCode == 0, restored.Output);

        var check = await RunAsync("csharpier", "check", ".");

        Assert.True(check.ExitCode == 0, $"Run: dotnet csharpier format .\n{check.Output}");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = Repository.Root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
