using System.Diagnostics;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Installs the servers that the platform needs, where that is possible.</summary>
internal static class Packages
{
    private const string PolicyFile = "/usr/sbin/policy-rc.d";
    private const string StartNothing = "#!/bin/sh\nexit 101\n";

    /// <summary>Installs what is missing, as root on Debian and its relatives.</summary>
    /// <exception cref="CommandException">Something is missing and cannot be installed from here.</exception>
    public static void EnsureServers() => Ensure(Installed.MissingPackages());

    /// <summary>Installs packages, as root on Debian and its relatives.</summary>
    /// <param name="missing">What is missing.</param>
    /// <exception cref="CommandException">Something is missing and cannot be installed from here.</exception>
    public static void Ensure(IReadOnlyList<string> missing)
    {
        if (missing.Count == 0)
        {
            return;
        }

        var names = string.Join(' ', missing);
        if (!File.Exists("/usr/bin/apt-get"))
        {
            throw new CommandException($"Missing on this machine: {names}. Install it, then try again.");
        }

        if (!Environment.IsPrivilegedProcess)
        {
            throw new CommandException(
                $"Missing on this machine: {names}. Install it, then try again:\n"
                    + $"  sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"
            );
        }

        Console.WriteLine($"Installing {names}.");
        Install(missing);
    }

    /// <summary>Debian starts a server that it installs, on its default port; ours are private, so it is told not to.</summary>
    private static void Install(IReadOnlyList<string> packages)
    {
        var ownPolicy = !File.Exists(PolicyFile);
        if (ownPolicy)
        {
            File.WriteAllText(PolicyFile, StartNothing);
            File.SetUnixFileMode(
                PolicyFile,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute
            );
        }

        try
        {
            Run("apt-get", ["update", "-qq"]);
            Run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", .. packages]);
        }
        finally
        {
            if (ownPolicy)
            {
                File.Delete(PolicyFile);
            }
        }
    }

    private static void Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new CommandException($"{said}\n{program} {string.Join(' ', arguments)} failed; see above.");
        }
    }
}
