using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>Stops the platform, and removes its data when asked to.</summary>
internal static class Down
{
    /// <summary>What stays when the data is removed: what was built, and the answer of the Aspire probe.</summary>
    private static readonly string[] Kept = ["build", "use-aspire"];

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        if (args.FirstOrDefault(argument => argument != "--wipe") is { } unknown)
        {
            throw new CommandException($"down does not know {unknown}. See: ./platform help down");
        }

        if (Supervisor.Find() is { } supervisor)
        {
            await Supervisor.StopAsync(supervisor);
            Console.WriteLine("The platform is stopped.");
        }
        else
        {
            Console.WriteLine("The platform does not run.");
        }

        if (args.Contains("--wipe"))
        {
            Wipe();
        }

        return 0;
    }

    private static void Wipe()
    {
        var postgres = PostgresFolder.In(Path.Combine(Checkout.Folder, "postgres")).Root;
        if (Directory.Exists(postgres))
        {
            Directory.Delete(postgres, recursive: true);
        }

        foreach (
            var left in Directory.Exists(Checkout.Folder) ? Directory.EnumerateFileSystemEntries(Checkout.Folder) : []
        )
        {
            if (Kept.Contains(Path.GetFileName(left)))
            {
                continue;
            }

            if (Directory.Exists(left))
            {
                Directory.Delete(left, recursive: true);
            }
            else
            {
                File.Delete(left);
            }
        }

        Console.WriteLine("Its data, keys and logs are removed.");
    }
}
