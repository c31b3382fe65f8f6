using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace IntegrationPlatform.Local.Run;

/// <summary>Publishes the platform's programs, compiled ahead of time, when their sources have changed.</summary>
/// <param name="checkout">The checkout.</param>
/// <param name="into">The folder for what is built.</param>
public sealed class Publisher(string checkout, string into)
{
    private static readonly string[] SourceFolders = ["services", "ServiceDefaults", "gateway", "AppHost", "tests"];
    private static readonly string Runtime = $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>What was published last: it changes with every source file.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The published assembly of a project.</summary>
    /// <param name="project">The project, relative to the checkout.</param>
    public string Assembly(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        return Path.Combine(into, "publish", name, $"release_{Runtime}", $"{name}.dll");
    }

    /// <summary>Publishes what has changed.</summary>
    /// <param name="projects">The projects, relative to the checkout.</param>
    /// <param name="progress">Hears that there is something to build, for somebody who waits.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when everything was up to date.</returns>
    public async Task<bool> PublishAsync(
        IReadOnlyCollection<string> projects,
        Action<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        Directory.CreateDirectory(into);
        // One process at a time: two runs of one checkout may start together.
        await using var alone = await LockAsync(cancellation);
        var stamp = StampOf(projects);
        var stampFile = Path.Combine(into, $"{Path.GetFileNameWithoutExtension(projects.First())}.stamp");
        Stamp = stamp;
        if (
            File.Exists(stampFile)
            && await File.ReadAllTextAsync(stampFile, cancellation) == stamp
            && projects.All(project => File.Exists(Assembly(project)))
        )
        {
            return false;
        }

        progress?.Invoke("Building the programs; the first time takes some minutes.");
        var programs = string.Join('|', projects.Select(project => Path.Combine(checkout, project)));
        await DotnetBuild.RunAsync(
            checkout,
            Path.Combine(into, "publish.log"),
            [
                "msbuild",
                Path.Combine(checkout, "AppHost", "Publish.proj"),
                "-m",
                "-v:minimal",
                $"-p:Programs={programs}",
                $"-p:Into={Path.GetFullPath(into)}",
                $"-p:Runtime={Runtime}",
            ],
            cancellation
        );
        var compiler = await CompilerAsync(Path.Combine(checkout, projects.First()), cancellation);
        await new AheadOfTime(compiler, Path.Combine(into, "compiled")).CompileAsync(
            projects.Select(project => Path.GetDirectoryName(Assembly(project))!),
            cancellation
        );
        await File.WriteAllTextAsync(stampFile, stamp, cancellation);
        return true;
    }

    /// <summary>
    /// Copies what was published last to a folder of a run's own, a folder for each program: what is built later must not
    /// change the programs under running processes.
    /// </summary>
    public async Task CopyAsync(IEnumerable<string> projects, string folder, CancellationToken cancellation = default)
    {
        await using var alone = await LockAsync(cancellation);
        var stampFile = Path.Combine(folder, "stamp");
        if (File.Exists(stampFile) && await File.ReadAllTextAsync(stampFile, cancellation) == Stamp)
        {
            return;
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var project in projects)
        {
            Copy(
                Path.GetDirectoryName(Assembly(project))!,
                Path.Combine(folder, Path.GetFileNameWithoutExtension(project))
            );
        }

        await File.WriteAllTextAsync(stampFile, Stamp, cancellation);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var sub in Directory.EnumerateDirectories(from))
        {
            Copy(sub, Path.Combine(to, Path.GetFileName(sub)));
        }
    }

    /// <summary>Asks the SDK where the compiler is that the restore has brought.</summary>
    private async Task<string> CompilerAsync(string project, CancellationToken cancellation)
    {
        var answer = Path.Combine(into, "compiler.json");
        await DotnetBuild.RunAsync(
            checkout,
            Path.Combine(into, "compiler.log"),
            [
                "msbuild",
                project,
                "-t:ResolveFrameworkReferences;ResolveReadyToRunCompilers",
                "-getItem:Crossgen2Tool",
                $"-getResultOutputFile:{answer}",
                "-p:Configuration=Release",
                $"-p:RuntimeIdentifier={Runtime}",
                "-p:SelfContained=false",
                "-p:PublishReadyToRun=true",
                "-p:UseArtifactsOutput=true",
                $"-p:ArtifactsPath={Path.GetFullPath(into)}",
            ],
            cancellation
        );
        using var found = JsonDocument.Parse(await File.ReadAllTextAsync(answer, cancellation));
        return found
            .RootElement.GetProperty("Items")
            .GetProperty("Crossgen2Tool")[0]
            .GetProperty("Identity")
            .GetString()!;
    }

    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(into, "lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.Write,
                    FileShare.None
                );
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellation);
            }
        }
    }

    private string StampOf(IEnumerable<string> projects)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = SourceFolders
            .Select(folder => Path.Combine(checkout, folder))
            .Where(Directory.Exists)
            .SelectMany(Sources)
            .Concat(Directory.EnumerateFiles(checkout, "Directory.*"))
            .Append(Path.Combine(checkout, "global.json"))
            .Order(StringComparer.Ordinal);
        foreach (var file in files.Select(path => new FileInfo(path)))
        {
            Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}"
                )
            );
        }

        Add(string.Join('|', projects.Order(StringComparer.Ordinal)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Where(sub =>
                Path.GetFileName(sub) is not ("bin" or "obj") && !sub.EndsWith(".Tests", StringComparison.Ordinal)
            )
            .SelectMany(Sources)
            .Concat(Directory.EnumerateFiles(folder));
}
