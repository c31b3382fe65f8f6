namespace IntegrationPlatform.Mapping.Deadline;

/// <summary>The deadline of a mapping was set at arrival, or moved by an exception (MAP-2).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="Revision">1 at arrival; the highest holds.</param>
/// <param name="DueOn">The last day on which a submission is in time.</param>
/// <param name="RemindOn">The days on which to remind, earliest first.</param>
public sealed record DeadlineSet(
    Guid ResidentId,
    Guid ClusterId,
    int Revision,
    DateOnly DueOn,
    IReadOnlyList<DateOnly> RemindOn
);

/// <summary>The resident left, or was erased: nobody waits for a mapping any more.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
public sealed record DeadlineLifted(Guid ResidentId, Guid ClusterId);

/// <summary>The saga's own alarm: a reminder or the end of the deadline has come.</summary>
/// <param name="ResidentId">The resident.</param>
public sealed record DeadlineAlarm(Guid ResidentId);
