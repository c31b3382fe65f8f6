namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>Processor time of the parts.</summary>
internal sealed record CpuUse(TimeSpan Intake, TimeSpan Ledger, TimeSpan Postgres, TimeSpan RabbitMq, TimeSpan Load)
{
    /// <summary>What they have used so far.</summary>
    public static CpuUse Of(MessagingRig rig) =>
        new(
            CpuTime.Of(rig.Intake.ProcessId),
            CpuTime.Of(rig.Ledger.Process.ProcessId),
            CpuTime.Of(rig.Postgres.ProcessId),
            CpuTime.Of(rig.RabbitMq.ProcessId),
            Environment.CpuUsage.TotalTime
        );

    /// <summary>What an event cost since an earlier reading.</summary>
    public CpuUse PerEvent(CpuUse earlier, int events) =>
        new(
            (Intake - earlier.Intake) / events,
            (Ledger - earlier.Ledger) / events,
            (Postgres - earlier.Postgres) / events,
            (RabbitMq - earlier.RabbitMq) / events,
            (Load - earlier.Load) / events
        );
}
