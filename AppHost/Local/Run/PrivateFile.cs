namespace IntegrationPlatform.Local.Run;

/// <summary>Files that only their owner reads, and that are whole whenever somebody reads them.</summary>
internal static class PrivateFile
{
    public static void Write(string path, string content)
    {
        var next = $"{path}.next";
        File.Delete(next);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var writer = new StreamWriter(next, options))
        {
            writer.Write(content);
        }

        File.Move(next, path, overwrite: true);
    }
}
