using System.Globalization;

namespace IntegrationPlatform.Local.Servers;

/// <summary>
/// A folder for what this process leaves behind, named after its process id; what earlier processes left there is
/// removed, because a test run that was killed cannot tidy up.
/// </summary>
public static class TestFolder
{
    private const string Prefix = "integrationplatform-test-";
    private static readonly Lazy<string> Folder = new(Make);

    /// <summary>The folder of this process.</summary>
    public static string Own => Folder.Value;

    /// <summary>Removes the folder of this process; for whoever ends in order.</summary>
    public static void Remove() => TryRemove(Own);

    private static string Make()
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            var process = Path.GetFileName(left)[Prefix.Length..];
            if (!Directory.Exists($"/proc/{process}"))
            {
                TryRemove(left);
            }
        }

        var own = Path.Combine(
            Path.GetTempPath(),
            Prefix + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
        );
        TryRemove(own);
        return Directory.CreateDirectory(own).FullName;
    }

    private static void TryRemove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another account's, or another process is removing it at this moment.
        }
    }
}
