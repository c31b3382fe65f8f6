using IntegrationPlatform.Grants.Amounts;

namespace IntegrationPlatform.Grants.Appropriations;

/// <summary>
/// One line of a year's appropriations. The amounts are kept by the database from the ledger: nothing but a ledger
/// entry moves them, and constraints keep <c>0 ≤ ordered ≤ allocated ≤ appropriated</c> (GRA-9).
/// </summary>
public sealed class AppropriationLine
{
    /// <summary>The line's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The budget year.</summary>
    public required int Year { get; init; }

    /// <summary>What the money is for.</summary>
    public required LineName Line { get; init; }

    /// <summary>The appropriation that it is a part of.</summary>
    public required string Appropriation { get; init; }

    /// <summary>The directorate that manages it.</summary>
    public required Manager Manager { get; init; }

    /// <summary>The document that states it, such as <c>S1</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What was appropriated.</summary>
    public Money Appropriated { get; private set; }

    /// <summary>What is promised to clusters.</summary>
    public Money Allocated { get; private set; }

    /// <summary>What of it is ordered to be paid.</summary>
    public Money Ordered { get; private set; }

    /// <summary>What can still be promised.</summary>
    public Money Remaining => Appropriated - Allocated;
}

/// <summary>What the money of a line is for.</summary>
public enum LineName
{
    /// <summary>Qualification of residents, to the host municipalities (GRA-5).</summary>
    Qualification,

    /// <summary>Coordination meetings and seminars (GRA-5).</summary>
    Meetings,

    /// <summary>Evaluation (GRA-5).</summary>
    Evaluation,

    /// <summary>The part of the appropriation that the invitation does not itemise (GRA-5).</summary>
    NotItemised,

    /// <summary>Career centres (GRA-6).</summary>
    CareerCentres,

    /// <summary>Voluntary organisations (GRA-6).</summary>
    Voluntary,
}

/// <summary>The directorate that manages a line.</summary>
public enum Manager
{
    /// <summary>IMDi.</summary>
    Imdi,

    /// <summary>HK-dir (was Vox).</summary>
    Hkdir,
}
