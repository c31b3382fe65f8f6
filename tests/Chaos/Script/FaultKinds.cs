namespace IntegrationPlatform.Chaos.Script;

/// <summary>
/// Every kind of fault. The second replica of each service is paused but never killed: it lives through the run, so that
/// its memory can be watched.
/// </summary>
public static class FaultKinds
{
    /// <summary>The name of PostgreSQL as a target.</summary>
    public const string Postgres = "postgres";

    /// <summary>The name of the whole broker as a target.</summary>
    public const string Broker = "broker";

    private const string Busiest = "counting-1";
    private static readonly string[] Services =
    [
        "counting",
        "grants",
        "guidance",
        "mapping",
        "programme",
        "settlement",
    ];
    private static readonly string[] First = [.. Services.Select(service => $"{service}-1")];
    private static readonly string[] Both = [.. First, .. Services.Select(service => $"{service}-2")];
    private static readonly string[] Queues =
    [
        "counting-case-state",
        "counting-enter-count",
        "mapping-mapping-deadline",
        "guidance-guidance-case",
        "programme-enrolment",
        "settlement-transfer",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new("kill-replica", First, 0, 3) { Cards = 4 },
        new("pause-replica", Both, 1, 12) { Cards = 2 },
        new("restart-replica", First, 0, 1),
        new("kill-between-confirm-and-delete", [Busiest], 0, 2) { Cards = 2, Keeps = [Postgres] },
        new("kill-within-a-transaction", [Busiest], 0, 2) { Cards = 2, Keeps = [Postgres] },
        new("kill-gateway", ["gateway"], 0, 2),
        new("pause-gateway", ["gateway"], 1, 5),
        new("kill-receiver", ["imdinett"], 0, 5),
        new("pause-receiver", ["imdinett"], 1, 12),
        new("kill-queue-leader", Queues, 0, 3) { Keeps = [Broker] },
        new("pause-broker-node", ["rabbit1", "rabbit2", "rabbit3"], 1, 12) { Keeps = [Broker] },
        new("kill-broker", [Broker], 0, 2),
        new("fill-broker-disk", ["rabbit1", "rabbit2", "rabbit3"], 2, 8) { Keeps = [Broker] },
        new("cut-broker-connections", [Broker], 0, 0) { Cards = 2 },
        new("kill-postgres", [Postgres], 0, 2),
        new("pause-postgres", [Postgres], 1, 8),
        new("fill-postgres-disk", [Postgres], 2, 6),
        new("cut-postgres-connections", [Postgres], 0, 0) { Cards = 2 },
    ];
}
