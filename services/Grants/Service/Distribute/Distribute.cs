using IntegrationPlatform.Grants.Allocations;
using IntegrationPlatform.Grants.Amounts;
using IntegrationPlatform.Grants.Appropriations;
using IntegrationPlatform.Grants.Clusters;
using IntegrationPlatform.Grants.Occupancy;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Grants.Distribute;

/// <summary>
/// The directorate that manages a line distributes it among the clusters "i henhold til antall beboere", exact to the
/// last øre (GRA-5, GRA-9).
/// </summary>
internal static class Distribute
{
    private const int MostResidents = 100_000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/appropriations/{year:int:range(2000,2100)}/distributions", Handle)
            .RequireScope("grants.write")
            .Allows("GRA-5", Case.Appropriation, Role.Imdi, Role.HkDir)
            .Provided(Role.Imdi, "for the lines it manages")
            .Provided(Role.HkDir, "for the lines it manages")
            .WithSummary("Distributes a line among the clusters by number of residents");

    private static async Task<Results<Created<Distributed>, ProblemHttpResult>> Handle(
        int year,
        Distribution request,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (request.Line is not { } name || !name.IsDistributed())
        {
            return new FieldErrors()
                .Require(false, "/line", "GRA-5", "Is a line that is distributed: qualification or careerCentres.")
                .Problem();
        }

        // Locks are taken in the order cluster, allocation, line: see docs/grants.md.
        var clusters = await db.Clusters.HoldingPlaceIn(year, cancellation);
        var line = await db.Lines.FindLocked(year, name, cancellation);
        if (line is null || !line.ManagedBy(caller))
        {
            return Refusals.UnknownAppropriation.With();
        }

        var errors = Check(request, clusters);
        if (errors.Any)
        {
            return errors.Problem();
        }

        var residents =
            request.Residents?.ToDictionary(r => r!.ClusterId!.Value, r => r!.Residents!.Value)
            ?? await db.Stays.CountOn(clock.Today(), cancellation);
        if (clusters.TrueForAll(c => residents.GetValueOrDefault(c.Id) == 0))
        {
            return Refusals.NobodyToCountBy.With();
        }

        var amount = request.AmountOre is { } ore ? new Money(ore) : line.Remaining;
        if (amount > line.Remaining || amount == Money.Zero)
        {
            return Refusals.Overdrawn.With($"{line.Remaining} kr is left."); // GRA-9
        }

        var allocations = Split(amount, clusters, residents, line, clock.Today());
        db.AddRange(allocations);
        db.AddRange(allocations.Select(a => Entry(a, clock.GetUtcNow(), caller)));
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created(
            $"/grants/v1/appropriations/{year}",
            new Distributed(
                name,
                amount.Ore,
                (line.Remaining - amount).Ore,
                allocations.ConvertAll(a => AllocationMade.Of(a, clusters.Find(c => c.Id == a.ClusterId)!))
            )
        );
    }

    private static FieldErrors Check(Distribution request, List<ChosenCluster> clusters)
    {
        var errors = new FieldErrors().Require(
            request.AmountOre is null or > 0,
            "/amountOre",
            "GRA-9",
            "Is more than nothing."
        );
        if (request.Residents is not { } residents)
        {
            return errors;
        }

        errors.Require(
            residents.Count == clusters.Count && clusters.TrueForAll(c => residents.Exists(r => r?.ClusterId == c.Id)),
            "/residents",
            "GRA-5",
            "Names each cluster that holds its place once, and no other."
        );
        foreach (var (i, count) in residents.Index())
        {
            errors.Require(
                count?.Residents is >= 0 and <= MostResidents,
                $"/residents/{i}/residents",
                "GRA-5",
                "Is a number of residents."
            );
        }

        return errors;
    }

    private static List<Allocation> Split(
        Money amount,
        List<ChosenCluster> clusters,
        Dictionary<Guid, long> residents,
        AppropriationLine line,
        DateOnly today
    )
    {
        var distribution = Guid.CreateVersion7();
        var parts = LargestRemainder
            .Split(amount, [.. clusters.Select(c => new Weight(Key(c), residents.GetValueOrDefault(c.Id)))])
            .ToDictionary(part => part.Key, part => part.Amount, StringComparer.Ordinal);
        return
        [
            .. clusters
                .Where(c => parts[Key(c)] > Money.Zero)
                .Select(c => new Allocation
                {
                    DistributionId = distribution,
                    LineId = line.Id,
                    ClusterId = c.Id,
                    Residents = residents.GetValueOrDefault(c.Id),
                    Amount = parts[Key(c)],
                    On = today,
                }),
        ];

        // Equal remainders are served by municipality number; two clusters of one municipality, by age.
        static string Key(ChosenCluster cluster) => $"{cluster.HostMunicipality} {cluster.Id}";
    }

    private static LedgerEntry Entry(Allocation allocation, DateTimeOffset now, Caller caller) =>
        new()
        {
            LineId = allocation.LineId,
            Movement = Movement.Allocated,
            Amount = allocation.Amount,
            AllocationId = allocation.Id,
            Grounds = $"Distributed by {allocation.Residents} residents.",
            At = now,
            Organisation = caller.Organisation,
            Client = caller.Client,
        };
}

/// <summary>A distribution to make.</summary>
/// <param name="Line">The line.</param>
/// <param name="AmountOre">How much of it, in øre; what is left of it when left out.</param>
/// <param name="Residents">The residents of each cluster; those who live there today when left out.</param>
public sealed record Distribution(
    LineName? Line = null,
    long? AmountOre = null,
    List<ResidentsOfCluster?>? Residents = null
);

/// <summary>The residents of a cluster.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Residents">How many, children included.</param>
public sealed record ResidentsOfCluster(Guid? ClusterId = null, long? Residents = null);

/// <summary>A distribution was made.</summary>
/// <param name="Line">The line.</param>
/// <param name="AmountOre">What was distributed, in øre: the sum of the allocations.</param>
/// <param name="RemainingOre">What is left of the line.</param>
/// <param name="Allocations">The allocations, by municipality; clusters without residents get none.</param>
public sealed record Distributed(
    LineName Line,
    long AmountOre,
    long RemainingOre,
    IReadOnlyList<AllocationMade> Allocations
);

/// <summary>An allocation.</summary>
/// <param name="Id">The allocation's id.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Municipality">The host municipality's number.</param>
/// <param name="Residents">The residents it was counted by.</param>
/// <param name="AmountOre">The amount in øre.</param>
public sealed record AllocationMade(Guid Id, Guid ClusterId, string Municipality, long Residents, long AmountOre)
{
    internal static AllocationMade Of(Allocation allocation, ChosenCluster cluster) =>
        new(allocation.Id, cluster.Id, cluster.HostMunicipality, allocation.Residents, allocation.Amount.Ore);
}
