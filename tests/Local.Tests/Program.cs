using System.Globalization;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Tests;

/// <summary>Run by itself, the test assembly is a parent to be killed: it starts a child, says its id and waits.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var child = ChildProcess.Start(new ChildStart("sleep", ["600"], args[0]));
        await Console.Out.WriteLineAsync(child.Id.ToString(CultureInfo.InvariantCulture));
        await child.EndedAsync();
    }
}
