namespace IntegrationPlatform.Local.Processes;

/// <summary>How a child process is started.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="LogFile">Where its output goes, appended.</param>
public sealed record ChildStart(string File, IReadOnlyList<string> Arguments, string LogFile)
{
    /// <summary>The name in messages.</summary>
    public string Name { get; init; } = Path.GetFileNameWithoutExtension(File);

    /// <summary>Variables set on top of this process's environment; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The folder it runs in, or null for this process's.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>The account it runs as, or null for our own; only root can choose.</summary>
    public Account? Account { get; init; }

    /// <summary>What the kernel sends it when this process ends, however it ends.</summary>
    public Signal DeathSignal { get; init; } = Signal.Kill;
}
