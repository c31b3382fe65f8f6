using IntegrationPlatform.Grants.Allocations;
using IntegrationPlatform.Grants.Appropriations;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Grants.WithdrawAllocation;

/// <summary>The managing directorate corrects an allocation by taking it back with new entries in the ledger (GRA-9).</summary>
internal static class WithdrawAllocation
{
    private const int LongestGrounds = 4000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/allocations/{id:guid}/withdrawal", Handle)
            .RequireScope("grants.write")
            .Allows("GRA-9", Case.Allocation, Role.Imdi, Role.HkDir)
            .Provided(Role.Imdi, "for the lines it manages")
            .Provided(Role.HkDir, "for the lines it manages")
            .WithSummary("Takes an allocation back that is not ordered to be paid");

    private static async Task<Results<Ok<Withdrawn>, ProblemHttpResult>> Handle(
        Guid id,
        Withdrawal withdrawal,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var errors = new FieldErrors().Require(
            !string.IsNullOrWhiteSpace(withdrawal.Grounds) && withdrawal.Grounds.Length <= LongestGrounds,
            "/grounds",
            "GRA-9",
            "Is 1 to 4000 characters."
        );
        if (errors.Any)
        {
            return errors.Problem();
        }

        var allocation = await db.Allocations.FindLocked(id, cancellation);
        var line = allocation is null ? null : await db.Lines.FindAsync([allocation.LineId], cancellation);
        if (allocation is null || line is null || !line.ManagedBy(caller))
        {
            return Refusals.UnknownAllocation.With();
        }

        if (allocation.State != AllocationState.Allocated)
        {
            return allocation.State == AllocationState.Ordered
                ? Refusals.AlreadyOrdered.With()
                : Refusals.AllocationWithdrawn.With();
        }

        await db.TakeBackAsync(allocation, withdrawal.Grounds!, caller, clock, cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new Withdrawn(id, allocation.Amount.Ore));
    }
}

/// <summary>Why an allocation is taken back.</summary>
/// <param name="Grounds">Why.</param>
public sealed record Withdrawal(string? Grounds = null);

/// <summary>The allocation was taken back.</summary>
/// <param name="AllocationId">The allocation.</param>
/// <param name="ReturnedOre">What is on the line again, in øre.</param>
public sealed record Withdrawn(Guid AllocationId, long ReturnedOre);
