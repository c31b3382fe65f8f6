using System.Diagnostics;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Builds one of the project's own programs and runs it in this terminal.</summary>
internal static class ProgramOfOurs
{
    public static async Task<int> RunAsync(string project, IReadOnlyList<string> args)
    {
        if (!File.Exists(Path.Combine(Checkout.Root, project)))
        {
            throw new CommandException($"{project} is not part of this checkout.");
        }

        var publisher = new Publisher(Checkout.Root, Checkout.Programs);
        using (var stop = new StopSignal())
        {
            await publisher.PublishAsync([project], Console.Error.WriteLine, stop.Token);
        }

        // Ctrl-C reaches the program as well, which ends in its own way; we only wait for it.
        using var patience = new StopSignal();
        var start = new ProcessStartInfo("dotnet", [publisher.Assembly(project), .. args])
        {
            WorkingDirectory = Checkout.Root,
        };
        using var program = Process.Start(start)!;
        await program.WaitForExitAsync();
        return program.ExitCode;
    }
}
