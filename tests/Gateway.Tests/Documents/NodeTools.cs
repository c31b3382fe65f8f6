using System.Diagnostics;
using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>The tools in docs/api/tools, installed from their lock file once.</summary>
internal static class NodeTools
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "docs/api/tools");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Why they cannot be used here; null when they can.</summary>
    public static string? Missing { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "npm")))
            ? null
            : "Node.js is not installed here: the linter and the TypeScript check did not run.";

    /// <summary>Runs a script of package.json.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        await Installed.Value;
        return await StartAsync(["run", "--silent", script, "--", .. arguments]);
    }

    private static async Task InstallAsync()
    {
        var mark = new FileInfo(Path.Combine(Folder, "node_modules/.package-lock.json"));
        if (mark.Exists && mark.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            return;
        }

        var (exitCode, output) = await StartAsync(["ci"]);
        Assert.True(exitCode == 0, output);
    }

    private static async Task<(int ExitCode, string Output)> StartAsync(string[] arguments)
    {
        using var npm = Process.Start(
            new ProcessStartInfo("npm", arguments)
            {
                WorkingDirectory = Folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();
        return (npm.ExitCode, await output + await errors);
    }
}

/// <summary>A test that needs Node.js; without it, it is skipped and says so.</summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeTools.Missing;
}
