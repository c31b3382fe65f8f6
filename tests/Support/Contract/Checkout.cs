namespace IntegrationPlatform.Tests.Support.Contract;

/// <summary>The checkout that the tests were built from.</summary>
public static class Checkout
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>True when this run writes snapshots instead of holding them.</summary>
    public static bool Updates { get; } = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationPlatform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No IntegrationPlatform.sln above the tests.");
    }
}
