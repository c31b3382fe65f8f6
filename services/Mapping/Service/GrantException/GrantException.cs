using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Persistence.Personal;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Mapping.GrantException;

/// <summary>The centre gives a resident more time for the mapping, with a reason (MAP-2).</summary>
internal static class GrantException
{
    private const string Rule = "MAP-2";
    private const int LongestReason = 1000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/deadline-exception", Handle)
            .RequireScope("mapping.write")
            .Allows("MAP-2", Case.Resident, Role.Centre)
            .WithSummary("Moves the deadline of a mapping");

    private static async Task<Results<Ok<MovedDeadline>, ProblemHttpResult>> Handle(
        Guid id,
        MoreTime moreTime,
        MappingDb db,
        ResidentAccess access,
        Vault vault,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        if (await access.LockAsync(id, caller, cancellation) is not { } resident)
        {
            return Refusals.UnknownResident.With();
        }

        if (resident.MappingDueOn is not { } dueOn || resident.MappingVersion > 0 || resident.SettledOn is not null)
        {
            return Refusals.NoDeadlineRuns.With();
        }

        var errors = new FieldErrors()
            .Require(moreTime.Until > dueOn, "/until", Rule, "Must be after the deadline in force.")
            .Require(moreTime.Until >= clock.Today(), "/until", Rule, "Is in the past.")
            .Require(
                moreTime.Reason.Trim().Length is > 0 and <= LongestReason,
                "/reason",
                Rule,
                $"Must give a reason of at most {LongestReason} characters."
            );
        if (errors.Any)
        {
            return errors.Problem();
        }

        var key = await db.KeyForSealingAsync(vault, id, cancellation);
        var revision = resident.DeadlineRevision + 1;
        resident.DeadlineRevision = revision;
        resident.MappingDueOn = moreTime.Until;
        db.Add(
            new DeadlineException
            {
                ResidentId = id,
                Revision = revision,
                Until = moreTime.Until,
                SealedReason = vault.Seal(key, DeadlineException.Purpose(revision), moreTime.Reason),
                Made = caller.Acts(clock),
            }
        );
        var remindOn = await db.RemindOnAsync(moreTime.Until, resident.ArrivedOn, cancellation);
        await bus.Publish(new DeadlineSet(id, resident.ClusterId, revision, moreTime.Until, remindOn), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new MovedDeadline(moreTime.Until));
    }
}

/// <summary>More time for a mapping.</summary>
/// <param name="Until">The last day on which it shall be in time.</param>
/// <param name="Reason">Why.</param>
internal sealed record MoreTime(DateOnly Until, string Reason);

/// <summary>The deadline after the exception.</summary>
/// <param name="MappingDueOn">The last day on which the mapping is in time.</param>
internal sealed record MovedDeadline(DateOnly MappingDueOn);
