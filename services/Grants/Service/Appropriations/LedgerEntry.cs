using IntegrationPlatform.Grants.Amounts;

namespace IntegrationPlatform.Grants.Appropriations;

/// <summary>
/// One movement of money (GRA-9). The database refuses to change or remove an entry: a correction is a new entry with
/// the opposite sign that names the one it corrects.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>The entry's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The order in which the database took them in.</summary>
    public long Number { get; private set; }

    /// <summary>The line that it moves.</summary>
    public required Guid LineId { get; init; }

    /// <summary>Which of the line's amounts it moves.</summary>
    public required Movement Movement { get; init; }

    /// <summary>The amount; negative for a correction.</summary>
    public required Money Amount { get; init; }

    /// <summary>The allocation that it belongs to; null for the appropriation itself.</summary>
    public Guid? AllocationId { get; init; }

    /// <summary>The entry that this one corrects.</summary>
    public Guid? Corrects { get; init; }

    /// <summary>Why.</summary>
    public required string Grounds { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The organisation that moved it (ALL-2).</summary>
    public required string Organisation { get; init; }

    /// <summary>The client that moved it (ALL-2).</summary>
    public required string Client { get; init; }

    /// <summary>The opposite movement (GRA-9: a correction is a new entry).</summary>
    public LedgerEntry Correction(string grounds, DateTimeOffset at, string organisation, string client) =>
        new()
        {
            LineId = LineId,
            Movement = Movement,
            Amount = -Amount,
            AllocationId = AllocationId,
            Corrects = Id,
            Grounds = grounds,
            At = at,
            Organisation = organisation,
            Client = client,
        };
}

/// <summary>Which amount of a line an entry moves.</summary>
public enum Movement
{
    /// <summary>Parliament's money: what there is.</summary>
    Appropriated,

    /// <summary>Promised to a cluster.</summary>
    Allocated,

    /// <summary>Ordered to be paid.</summary>
    Ordered,
}
