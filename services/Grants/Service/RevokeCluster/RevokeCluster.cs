using IntegrationPlatform.Grants.Allocations;
using IntegrationPlatform.Grants.Clusters;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Grants.RevokeCluster;

/// <summary>
/// IMDi reverses the choice of a cluster whose offer changed materially: its payments stop and its place is free (GRA-4).
/// </summary>
internal static class RevokeCluster
{
    private const int LongestText = 4000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/clusters/{id:guid}/revocation", Handle)
            .RequireScope("grants.write")
            .Allows("GRA-4", Case.Cluster, Role.Imdi)
            .WithSummary("Reverses the choice of a cluster");

    private static async Task<Results<Ok<Revoked>, ProblemHttpResult>> Handle(
        Guid id,
        Reversal reversal,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var errors = new FieldErrors()
            .Require(IsText(reversal.Changed), "/changed", "GRA-4", "Says what changed, in 1 to 4000 characters.")
            .Require(IsText(reversal.Grounds), "/grounds", "GRA-4", "Is 1 to 4000 characters.");
        if (errors.Any)
        {
            return errors.Problem();
        }

        var cluster = await db.Clusters.FindLocked(id, cancellation);
        if (cluster is null)
        {
            return Refusals.UnknownCluster.With();
        }

        if (cluster.Revocation is not null)
        {
            return Refusals.ClusterRevoked.With();
        }

        var revocation = new Revocation
        {
            On = clock.Today(),
            Changed = reversal.Changed!,
            Grounds = reversal.Grounds!,
            Client = caller.Client,
        };
        await bus.Publish(cluster.Revoke(revocation), cancellation);
        var allocations = await db.Allocations.LockAllOf(id, cancellation);
        var stopped = allocations.FindAll(a => a.State != AllocationState.Withdrawn);
        foreach (var allocation in stopped)
        {
            await db.TakeBackAsync(allocation, "The choice of the cluster was reversed.", caller, clock, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new Revoked(id, revocation.On, stopped.Sum(a => a.Amount.Ore)));
    }

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;
}

/// <summary>The reversal of a choice.</summary>
/// <param name="Changed">What changed against the binding description.</param>
/// <param name="Grounds">Why that is reason enough.</param>
public sealed record Reversal(string? Changed = null, string? Grounds = null);

/// <summary>The choice was reversed.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="StoppedOre">The payments that were stopped, in øre.</param>
public sealed record Revoked(Guid ClusterId, DateOnly On, long StoppedOre);
