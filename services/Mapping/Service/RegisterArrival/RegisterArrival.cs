using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Persistence.Personal;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPlatform.Mapping.RegisterArrival;

/// <summary>A centre registers that a resident moved in (MAP-1).</summary>
internal static class RegisterArrival
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents", Handle)
            .RequireScope("mapping.write")
            .Allows("MAP-1", Case.Cluster, Role.Centre)
            .WithSummary("Registers an arrival");

    private static async Task<Results<Created<Registered>, ProblemHttpResult>> Handle(
        Arrival arrival,
        MappingDb db,
        Vault vault,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var cluster = await db.LockClusterAsync(arrival.ClusterId, cancellation);
        if (cluster?.PartOf(caller) is null)
        {
            return Refusals.UnknownCluster.With();
        }

        var errors = arrival.Errors(cluster, clock.Today());
        if (arrival.HouseholdId is { } joined)
        {
            errors.Require(
                await db.Residents.AnyAsync(r => r.HouseholdId == joined && r.ClusterId == cluster.Id, cancellation),
                "/householdId",
                "MAP-1",
                "Is no household of this cluster."
            );
        }

        if (errors.Any)
        {
            return errors.Problem();
        }

        var checkDigitsFit = DufNumber.CheckDigitsFit(arrival.Duf);
        if (!checkDigitsFit && !arrival.ConfirmDuf)
        {
            return Refusals.DufCheckDigits.With();
        }

        if (await db.HoldsPlaceAsync(vault.Indexes(arrival.Duf), cancellation))
        {
            return Refusals.DufHoldsPlace.With();
        }

        // The cluster's row is locked: two arrivals cannot both take the last place.
        if (await db.TakenPlacesAsync(cluster.Id, cancellation) >= cluster.Places)
        {
            return Refusals.CentreFull.With();
        }

        var id = Guid.CreateVersion7();
        caller.Entry!.Concerns(Case.Resident, id);
        var key = vault.NewKey(id);
        var ageGroup = Age.On(arrival.ArrivedOn, arrival.BirthDate);
        var dueOn = ageGroup == AgeGroup.Adult ? await db.DueOnAsync(arrival.ArrivedOn, cancellation) : (DateOnly?)null;
        var resident = new Resident
        {
            Id = id,
            HouseholdId = arrival.HouseholdId ?? Guid.CreateVersion7(),
            ClusterId = cluster.Id,
            ArrivedOn = arrival.ArrivedOn,
            AgeGroup = ageGroup,
            DufIndex = vault.Index(arrival.Duf),
            SealedIdentity = vault.Seal(key, Identity.Purpose, arrival.Identity()),
            Permit = arrival.Permit,
            Registered = caller.Acts(clock),
            MappingDueOn = dueOn,
            DeadlineRevision = dueOn is null ? 0 : 1,
        };
        db.AddRange(key, resident);
        await bus.Publish(
            new ResidentArrived(id, resident.HouseholdId, cluster.Id, arrival.ArrivedOn, ageGroup, arrival.Permit),
            cancellation
        );
        if (dueOn is { } due)
        {
            var remindOn = await db.RemindOnAsync(due, arrival.ArrivedOn, cancellation);
            await bus.Publish(new DeadlineSet(id, cluster.Id, resident.DeadlineRevision, due, remindOn), cancellation);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e)
            when (e.InnerException
                    is PostgresException
                    {
                        SqlState: PostgresErrorCodes.UniqueViolation,
                        ConstraintName: ResidentTable.OnePlace
                    }
            )
        {
            return Refusals.DufHoldsPlace.With(); // Two centres registered the same person at the same time.
        }

        return TypedResults.Created(
            $"/mapping/v1/residents/{id}",
            new Registered(id, resident.HouseholdId, dueOn, checkDigitsFit ? [] : [Warning.DufCheckDigits])
        );
    }
}

/// <summary>A registered arrival.</summary>
/// <param name="Id">The resident's id on the platform.</param>
/// <param name="HouseholdId">The household; the arrival of another member names it.</param>
/// <param name="MappingDueOn">The last day on which the mapping is in time (MAP-2); null for a child.</param>
/// <param name="Warnings">What was accepted and should be looked at again.</param>
internal sealed record Registered(Guid Id, Guid HouseholdId, DateOnly? MappingDueOn, IReadOnlyList<Warning> Warnings);

/// <summary>Something accepted that should be looked at again.</summary>
/// <param name="Pointer">The member (JSON Pointer).</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Detail">What is unusual.</param>
internal sealed record Warning(string Pointer, string Rule, string Detail)
{
    public static readonly Warning DufCheckDigits = new("/duf", "MAP-1", "The check digits do not fit; confirmed.");
}
