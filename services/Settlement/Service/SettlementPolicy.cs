using IntegrationPlatform.Persistence.Policy;

namespace IntegrationPlatform.Settlement;

/// <summary>The figures that settlement ships with; a case is judged by those of its own date.</summary>
public static class SettlementPolicy
{
    /// <summary>1 while the host municipality comes first, 0 since every asked municipality may be recommended (SET-2).</summary>
    public static readonly PolicyKey HostFirst = new("SET-2", "host-municipality-first");

    /// <summary>Days that a municipality has for its answer (SET-3).</summary>
    public static readonly PolicyKey AnswerDays = new("SET-3", "answer-days");

    /// <summary>Days between the proposal of a transfer conversation and its first time (SET-6).</summary>
    public static readonly PolicyKey ConversationNotice = new("SET-6", "conversation-notice");

    /// <summary>Days from settlement until a programme start is no longer early (SET-7).</summary>
    public static readonly PolicyKey WindowOpens = new("SET-7", "programme-window-opens");

    /// <summary>Days from settlement until a programme start is late (SET-7).</summary>
    public static readonly PolicyKey WindowCloses = new("SET-7", "programme-window-closes");

    /// <summary>What the documents state.</summary>
    public static PolicyValue[] Shipped { get; } =
    [
        HostFirst.From(2016, 7, 4, 1, "flag", "S1"),
        HostFirst.From(2022, 2, 4, 0, "flag", "S3"),
        AnswerDays.From(2016, 7, 4, 14, "days", "P"),
        ConversationNotice.From(2022, 2, 4, 3, "days", "P"),
        WindowOpens.From(2022, 2, 4, 14, "days", "S3"),
        WindowCloses.From(2022, 2, 4, 28, "days", "S3"),
    ];
}
