using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Runs a benchmark.</summary>
internal static class Bench
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args is ["gateway", ..])
        {
            EnsureNginx();
        }

        return await ProgramOfOurs.RunAsync("tests/Benchmarks/Benchmarks.csproj", args);
    }

    // The gateway is measured without it as well; the run then says what it leaves out.
    private static void EnsureNginx()
    {
        try
        {
            Packages.Ensure(Installed.Missing(() => Installed.Nginx));
        }
        catch (CommandException fault)
        {
            Console.Error.WriteLine(fault.Message);
        }
    }
}
