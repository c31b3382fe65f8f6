namespace IntegrationPlatform.Messaging;

/// <summary>The figures of messaging; the defaults suit every service of the platform.</summary>
public sealed record MessagingOptions
{
    /// <summary>Messages of one queue that a process takes at a time; the others wait in the broker.</summary>
    public int Prefetch { get; set; } = 256;

    /// <summary>
    /// Workers of one consumer at most: transactions at the same time, not counting a message alone that takes longer than
    /// <see cref="LongestGroup"/>, or is tried again.
    /// </summary>
    public int Concurrency { get; set; } = 16;

    /// <summary>How long a message waits for the transactions under way before another begins beside them; at least 1 ms.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Transactions of the whole process that handle messages at the same time: each holds a database connection.</summary>
    public int ConcurrentTransactions { get; set; } = 32;

    /// <summary>Messages that one transaction handles at most, of those that gather while others are handled; 1 handles each alone.</summary>
    public int LargestGroup { get; set; } = 50;

    /// <summary>
    /// How long a group's transaction should take: then it handles no further message, and the next groups are smaller.
    /// </summary>
    public TimeSpan LongestGroup { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a group waits for a row lock before its messages are handled alone.</summary>
    public TimeSpan GroupLockWait { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Messages that leave the outbox in one transaction, and the bound on outstanding confirms.</summary>
    public int BatchSize { get; set; } = 300;

    /// <summary>How long messages gather between two batches, when they come faster; the first after a rest leaves at once.</summary>
    public TimeSpan Gather { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How often the outbox is read when nothing wakes it: schedules and rows of a dead replica.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the broker may take to confirm one message.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Refusals by the broker after which a message is parked.</summary>
    public int AttemptsBeforeParking { get; set; } = 5;

    /// <summary>The longest wait between two attempts, and between two looks for a broker that is away.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the inbox remembers a message; longer than the longest redelivery.</summary>
    public TimeSpan InboxWindow { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often the inbox forgets what is older than its window.</summary>
    public TimeSpan InboxCleanup { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long messages in hand may take when the service stops; then they roll back and come again.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the outbox is measured.</summary>
    public TimeSpan Measure { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Waits before a failed message is tried again; after the last it goes to the error queue.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; set; } =
    [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];
}
