namespace IntegrationPlatform.Local.Processes;

/// <summary>Signals to processes that are not our children.</summary>
public static class ProcessSignals
{
    /// <summary>Sends a signal; a process that is already gone is left in peace.</summary>
    public static void Send(int process, Signal signal) => Posix.Send(process, signal);

    /// <summary>True while the process runs.</summary>
    public static bool Lives(int process) => ProcessTree.Lives(process);
}
