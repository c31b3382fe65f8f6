using IntegrationPlatform.Grants.Allocations;
using IntegrationPlatform.Grants.Appropriations;
using IntegrationPlatform.Grants.Clusters;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.ApprovePayment;

/// <summary>Two people at the managing directorate approve a payment; the second approval orders it (GRA-10).</summary>
internal static class ApprovePayment
{
    private const int LongestReference = 100;
    private const int IdentityNumberLength = 11;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/allocations/{id:guid}/approvals", Handle)
            .RequireScope("grants.write")
            .Allows("GRA-10", Case.Allocation, Role.Imdi, Role.HkDir)
            .Provided(Role.Imdi, "for the lines it manages")
            .Provided(Role.HkDir, "for the lines it manages")
            .WithSummary("Approves the payment of an allocation");

    private static async Task<Results<Ok<Approved>, ProblemHttpResult>> Handle(
        Guid id,
        ApprovalRequest request,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var person = (request.Person ?? "").Trim().ToLowerInvariant();
        var errors = new FieldErrors().Require(
            person.Length is > 0 and <= LongestReference && !IsIdentityNumber(person),
            "/person",
            "GRA-10",
            "Is your own reference to the person, 1 to 100 characters, and not an identity number."
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

        // Read after the lock: a reversal at the same moment either came first, or waits and stops this order.
        var cluster = await db.Clusters.SingleAsync(c => c.Id == allocation.ClusterId, cancellation);
        if (Refusal(allocation, cluster, person) is { } refusal)
        {
            return refusal;
        }

        db.Add(
            new Approval
            {
                AllocationId = id,
                Person = person,
                Organisation = caller.Organisation,
                Client = caller.Client,
                At = clock.GetUtcNow(),
            }
        );
        var needed = (int)await db.PolicyAsync(GrantsPolicy.Approvers, allocation.On, cancellation);
        var order =
            allocation.Approvals.Count < needed
                ? null
                : Order(allocation, line.Line.PayeeOf(cluster)!, db, caller, clock);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new Approved(id, allocation.Approvals.Count, allocation.State, order?.Id));
    }

    private static ProblemHttpResult? Refusal(Allocation allocation, ChosenCluster cluster, string person) =>
        cluster.Revocation is not null ? Refusals.ClusterRevoked.With()
        : allocation.State == AllocationState.Withdrawn ? Refusals.AllocationWithdrawn.With()
        : allocation.State == AllocationState.Ordered ? Refusals.AlreadyOrdered.With()
        : allocation.Approvals.Exists(a => a.Person == person) ? Refusals.SamePerson.With()
        : null;

    private static PaymentOrder Order(
        Allocation allocation,
        string payee,
        GrantsDb db,
        Caller caller,
        TimeProvider clock
    )
    {
        var order = new PaymentOrder
        {
            AllocationId = allocation.Id,
            Payee = payee,
            Amount = allocation.Amount,
            On = clock.Today(),
        };
        allocation.State = AllocationState.Ordered;
        db.Add(order);
        db.Add(
            new LedgerEntry
            {
                LineId = allocation.LineId,
                Movement = Movement.Ordered,
                Amount = allocation.Amount,
                AllocationId = allocation.Id,
                Grounds = $"Approved by {allocation.Approvals.Count} persons.",
                At = clock.GetUtcNow(),
                Organisation = caller.Organisation,
                Client = caller.Client,
            }
        );
        return order;
    }

    private static bool IsIdentityNumber(string person) =>
        person.Count(char.IsAsciiDigit) == IdentityNumberLength
        && person.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c));
}

/// <summary>A person's approval.</summary>
/// <param name="Person">The organisation's own reference to the person; not an identity number (ALL-1).</param>
public sealed record ApprovalRequest(string? Person = null);

/// <summary>The approval was taken in.</summary>
/// <param name="AllocationId">The allocation.</param>
/// <param name="Approvals">How many people approved by now.</param>
/// <param name="State">Where the allocation stands.</param>
/// <param name="PaymentOrderId">The payment order, once enough people approved.</param>
public sealed record Approved(Guid AllocationId, int Approvals, AllocationState State, Guid? PaymentOrderId);
