using IntegrationPlatform.Grants.Allocations;
using IntegrationPlatform.Grants.Appropriations;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.ReadAppropriation;

/// <summary>The directorates see a year's lines, what was promised from them, and every movement (GRA-5, GRA-9).</summary>
internal static class ReadAppropriation
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/appropriations/{year:int}", Handle)
            .RequireScope("grants.read")
            .Allows("GRA-5", Case.Appropriation, Roles.Directorates)
            .WithSummary("Reads a year's lines, allocations and ledger");

    private static async Task<Results<Ok<AppropriationView>, ProblemHttpResult>> Handle(
        int year,
        GrantsDb db,
        CancellationToken cancellation
    )
    {
        var lines = await db
            .Lines.AsNoTracking()
            .Where(l => l.Year == year)
            .OrderBy(l => l.Id)
            .ToListAsync(cancellation);
        if (lines.Count == 0)
        {
            return Refusals.UnknownAppropriation.With();
        }

        var ids = lines.ConvertAll(l => l.Id);
        var names = lines.ToDictionary(l => l.Id, l => l.Line);
        var allocations = await db
            .Allocations.AsNoTracking()
            .Include(a => a.Approvals)
            .Where(a => ids.Contains(a.LineId))
            .OrderBy(a => a.Id)
            .ToListAsync(cancellation);
        var ledger = await db
            .Ledger.AsNoTracking()
            .Where(e => ids.Contains(e.LineId))
            .OrderBy(e => e.Number)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            new AppropriationView(
                year,
                lines.ConvertAll(LineView.Of),
                allocations.ConvertAll(a => AllocationView.Of(a, names[a.LineId])),
                ledger.ConvertAll(e => EntryView.Of(e, names[e.LineId]))
            )
        );
    }
}

/// <summary>A year's appropriations; all amounts are in øre.</summary>
/// <param name="Year">The budget year.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Allocations">What was promised from them.</param>
/// <param name="Ledger">Every movement, oldest first.</param>
public sealed record AppropriationView(
    int Year,
    IReadOnlyList<LineView> Lines,
    IReadOnlyList<AllocationView> Allocations,
    IReadOnlyList<EntryView> Ledger
);

/// <summary>A line.</summary>
/// <param name="Line">What the money is for.</param>
/// <param name="Appropriation">The appropriation that it is a part of.</param>
/// <param name="Manager">The directorate that manages it.</param>
/// <param name="Source">The document that states it.</param>
/// <param name="AppropriatedOre">What was appropriated.</param>
/// <param name="AllocatedOre">What is promised.</param>
/// <param name="OrderedOre">What of it is ordered to be paid.</param>
/// <param name="RemainingOre">What can still be promised.</param>
public sealed record LineView(
    LineName Line,
    string Appropriation,
    Manager Manager,
    string Source,
    long AppropriatedOre,
    long AllocatedOre,
    long OrderedOre,
    long RemainingOre
)
{
    internal static LineView Of(AppropriationLine line) =>
        new(
            line.Line,
            line.Appropriation,
            line.Manager,
            line.Source,
            line.Appropriated.Ore,
            line.Allocated.Ore,
            line.Ordered.Ore,
            line.Remaining.Ore
        );
}

/// <summary>An allocation.</summary>
/// <param name="Id">The allocation's id.</param>
/// <param name="Line">The line.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Residents">The residents it was counted by.</param>
/// <param name="AmountOre">The amount.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Approvals">How many people approved its payment.</param>
public sealed record AllocationView(
    Guid Id,
    LineName Line,
    Guid ClusterId,
    long Residents,
    long AmountOre,
    AllocationState State,
    int Approvals
)
{
    internal static AllocationView Of(Allocation allocation, LineName line) =>
        new(
            allocation.Id,
            line,
            allocation.ClusterId,
            allocation.Residents,
            allocation.Amount.Ore,
            allocation.State,
            allocation.Approvals.Count
        );
}

/// <summary>A movement.</summary>
/// <param name="Number">Its place in the ledger.</param>
/// <param name="Line">The line.</param>
/// <param name="Movement">Which amount of the line it moves.</param>
/// <param name="AmountOre">How much; negative for a correction.</param>
/// <param name="AllocationId">The allocation that it belongs to.</param>
/// <param name="Correction">True for the correction of an earlier entry.</param>
/// <param name="Grounds">Why.</param>
/// <param name="At">When.</param>
/// <param name="Organisation">Who.</param>
public sealed record EntryView(
    long Number,
    LineName Line,
    Movement Movement,
    long AmountOre,
    Guid? AllocationId,
    bool Correction,
    string Grounds,
    DateTimeOffset At,
    string Organisation
)
{
    internal static EntryView Of(LedgerEntry entry, LineName line) =>
        new(
            entry.Number,
            line,
            entry.Movement,
            entry.Amount.Ore,
            entry.AllocationId,
            entry.Corrects is not null,
            entry.Grounds,
            entry.At,
            entry.Organisation
        );
}
