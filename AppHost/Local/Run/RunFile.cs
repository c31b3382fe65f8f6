using System.Text.Json;

namespace IntegrationPlatform.Local.Run;

/// <summary>
/// How a platform that runs on this machine is reached: <c>.local/run.json</c>, written when it is ready and removed
/// when it stops. It holds keys of this local run: nobody but the account that started it can read it.
/// </summary>
public sealed record RunFile
{
    private const string Name = "run.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The gateway's address.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>The local issuer's address, which is its identifier too; tokens come from <c>token</c> below it.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>The address of the IMDinett receiver.</summary>
    public required Uri Imdinett { get; init; }

    /// <summary>The file with the clock's offset, as a time span; see <see cref="PlatformTime"/>.</summary>
    public required string ClockFile { get; init; }

    /// <summary>
    /// The private key, PEM, with which any organisation's local client signs its JWT grants. The client of an
    /// organisation is named <c>local-{organisation number}</c>, and so is the key.
    /// </summary>
    public required string ClientKey { get; init; }

    /// <summary>Its servers; null where Aspire holds them.</summary>
    public ServersOfRun? Servers { get; init; }

    /// <summary>The process that started all others and stops them.</summary>
    public required int Supervisor { get; init; }

    /// <summary>Every process of the platform's own.</summary>
    public required IReadOnlyList<RunningAt> Parts { get; init; }

    /// <summary>Reads the file of a checkout's <c>.local</c> folder, or null when nothing runs there.</summary>
    public static RunFile? Find(string folder)
    {
        var file = Path.Combine(folder, Name);
        if (!File.Exists(file))
        {
            return null;
        }

        var run = JsonSerializer.Deserialize<RunFile>(File.ReadAllText(file), Json)!;
        return Directory.Exists($"/proc/{run.Supervisor}") ? run : null;
    }

    /// <summary>Writes the file.</summary>
    public void Write(string folder) =>
        PrivateFile.Write(Path.Combine(folder, Name), JsonSerializer.Serialize(this, Json));

    /// <summary>Removes the file.</summary>
    public static void Remove(string folder) => File.Delete(Path.Combine(folder, Name));
}

/// <summary>A process of the platform and where it is reached.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Replica">Counted from 1.</param>
/// <param name="Process">Its process id when the file was written.</param>
/// <param name="Address">Its address.</param>
public sealed record RunningAt(string Name, int Replica, int Process, Uri Address);
