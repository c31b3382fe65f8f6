using System.Globalization;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>The folders of the checkout that a command works on.</summary>
internal static class Checkout
{
    private const string PortBaseVariable = "PLATFORM_PORT_BASE";
    private const int DefaultPortBase = 8300;
    private const int HighestPort = 65_535;

    /// <summary>The checkout's folder: <c>PLATFORM_ROOT</c>, or the one that holds the solution above us.</summary>
    public static string Root { get; } = Find();

    /// <summary>The folder of the local run.</summary>
    public static string Folder => Path.Combine(Root, ".local");

    /// <summary>The folder of what is built for it.</summary>
    public static string Programs => Path.Combine(Folder, "build");

    /// <summary>The platform's first port.</summary>
    public static int PortBase
    {
        get
        {
            var text = Environment.GetEnvironmentVariable(PortBaseVariable);
            if (string.IsNullOrEmpty(text))
            {
                return DefaultPortBase;
            }

            return
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && port is > 1023 and <= HighestPort - Platform.Ports
                ? port
                : throw new CommandException(
                    $"{PortBaseVariable} is {text}: it must be a port from 1024 to {HighestPort - Platform.Ports}."
                );
        }
    }

    /// <summary>The platform that runs here.</summary>
    /// <exception cref="CommandException">None does.</exception>
    public static RunFile Running() =>
        RunFile.Find(Folder)
        ?? throw new CommandException("The platform does not run. Start it: ./platform up --detach");

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("PLATFORM_ROOT") is { Length: > 0 } given)
        {
            return given;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IntegrationPlatform.sln")))
            {
                return folder.FullName;
            }
        }

        throw new CommandException("This program is not inside a checkout of the platform; set PLATFORM_ROOT.");
    }
}
