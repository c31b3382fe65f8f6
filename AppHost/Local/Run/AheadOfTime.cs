using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Run;

/// <summary>
/// Compiles published assemblies ahead of time (ReadyToRun), which takes a third off a start. A compiled assembly is kept
/// under the hash of what it was compiled from: the programs share what they have in common, most of it, and a change
/// compiles what has changed. The SDK's own switch compiles everything once for each program.
/// </summary>
/// <param name="compiler">The SDK's compiler, <c>crossgen2</c>.</param>
/// <param name="kept">The folder of compiled assemblies.</param>
internal sealed class AheadOfTime(string compiler, string kept)
{
    private static readonly string Framework = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/');

    private static readonly string[] References =
    [
        Framework,
        Path.Combine(
            Path.GetDirectoryName(Path.GetDirectoryName(Framework))!,
            "Microsoft.AspNetCore.App",
            Path.GetFileName(Framework)
        ),
    ];

    /// <summary>Compiles every assembly of these folders that is not compiled yet.</summary>
    public async Task CompileAsync(IEnumerable<string> folders, CancellationToken cancellation)
    {
        Directory.CreateDirectory(kept);
        var assemblies = folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .Where(IsPortable)
            .GroupBy(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))))
            // The largest first: they take longest.
            .OrderByDescending(same => new FileInfo(same.First()).Length)
            .ToList();
        await Parallel.ForEachAsync(
            assemblies,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Environment.ProcessorCount,
                CancellationToken = cancellation,
            },
            async (same, token) =>
            {
                if (!File.Exists(Compiled(same.Key)))
                {
                    await CompileAsync(same.First(), Compiled(same.Key), token);
                }
            }
        );
        // Only now: each was a reference of the others.
        foreach (var same in assemblies)
        {
            foreach (var file in same)
            {
                File.Copy(Compiled(same.Key), file, overwrite: true);
            }
        }
    }

    private string Compiled(string hash) => Path.Combine(kept, $"{hash}.dll");

    private async Task CompileAsync(string assembly, string into, CancellationToken cancellation)
    {
        var unfinished = $"{into}.unfinished";
        var references = References.Append(Path.GetDirectoryName(assembly)!);
        await ChildProcess.RunAsync(
            new ChildStart(
                compiler,
                [
                    assembly,
                    $"--out:{unfinished}",
                    "--targetos:linux",
                    $"--targetarch:{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}",
                    "-O",
                    "--parallelism:1",
                    .. references.Select(folder => $"--reference:{folder}/*.dll"),
                ],
                Path.Combine(kept, "compile.log")
            )
            {
                Name = $"Compiling {Path.GetFileName(assembly)} ahead of time",
            },
            cancellation
        );
        File.Move(unfinished, into, overwrite: true);
    }

    /// <summary>True for a managed assembly that holds no machine code.</summary>
    private static bool IsPortable(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        return reader.HasMetadata && reader.PEHeaders.CorHeader is { ManagedNativeHeaderDirectory.Size: 0 };
    }
}
