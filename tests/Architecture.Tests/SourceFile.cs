namespace IntegrationPlatform.Architecture.Tests;

/// <summary>A file of the checkout.</summary>
/// <param name="Path">The path from the root, with <c>/</c>.</param>
/// <param name="Text">The content.</param>
public sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", ".local", "TestResults"];

    /// <summary>Every text file of the checkout that people write.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = [.. Read(new DirectoryInfo(Repository.Root))];

    /// <summary>The file's name.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folders above it.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>The lines, each with its number from 1.</summary>
    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((line, index) => (index + 1, line));

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(IsText))
        {
            var path = System.IO.Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/');
            yield return new SourceFile(path, File.ReadAllText(file.FullName));
        }

        foreach (var file in folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(Read))
        {
            yield return file;
        }
    }

    private static bool IsText(FileInfo file) =>
        file.Extension
            is ".cs"
                or ".csproj"
                or ".props"
                or ".targets"
                or ".md"
                or ".json"
                or ".yaml"
                or ".yml"
                or ".html"
        || (file.Extension.Length == 0 && file.Name is "platform" or "run" or "Dockerfile");
}
