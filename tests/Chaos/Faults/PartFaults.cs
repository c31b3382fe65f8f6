using IntegrationPlatform.Chaos.Script;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.Chaos.Faults;

/// <summary>Faults of the platform's own processes.</summary>
internal sealed class PartFaults(LocalPlatform platform)
{
    public Task KillAsync(Step step, CancellationToken cancellation)
    {
        var part = Find(step.Target);
        return Outages.EndAsync(part.KillAsync, step.Lasting, part.StartAgainAsync, cancellation);
    }

    public Task RestartAsync(Step step, CancellationToken cancellation)
    {
        var part = Find(step.Target);
        return Outages.EndAsync(part.StopAsync, step.Lasting, part.StartAgainAsync, cancellation);
    }

    public Task PauseAsync(Step step, CancellationToken cancellation)
    {
        var part = Find(step.Target);
        return Outages.HoldAsync(part.Pause, step.Lasting, part.Resume, cancellation);
    }

    private RunningPart Find(string name) => platform.Parts.Single(part => part.Name == name);
}
