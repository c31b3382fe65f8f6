using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Mappings;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Persistence.Personal;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Mapping.SubmitMapping;

/// <summary>A resident's mapping is submitted, or corrected: each time a new version is frozen (MAP-4, MAP-5).</summary>
internal static class SubmitMapping
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/mapping", Handle)
            .RequireScope("mapping.write")
            .Allows("MAP-4", Case.Resident, Role.Centre)
            .WithSummary("Submits or corrects a mapping");

    private static async Task<Results<Created<Submitted>, ProblemHttpResult>> Handle(
        Guid id,
        Submission submission,
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

        var version = resident.MappingVersion + 1;
        var errors = submission.Errors(version);
        if (errors.Any)
        {
            return errors.Problem();
        }

        if (resident.SettledOn is not null)
        {
            return Refusals.ResidentHasLeft.With();
        }

        var today = clock.Today();
        var key = await db.KeyForSealingAsync(vault, id, cancellation);
        var identity = vault.Open<Identity>(key, Identity.Purpose, resident.SealedIdentity);
        if (Age.On(today, identity.BirthDate) != AgeGroup.Adult)
        {
            return Refusals.MappingIsForAdults.With();
        }

        // MAP-2: somebody who came of age at the centre has no deadline to miss.
        var inTime = resident.MappingDueOn is not { } dueOn || today <= dueOn;
        resident.MappingVersion = version;
        db.Add(
            new MappingVersion
            {
                ResidentId = id,
                Version = version,
                SubmittedOn = today,
                AnsweredBy = submission.AnsweredBy,
                SealedAnswers = vault.Seal(
                    key,
                    Answers.Purpose(version),
                    new Answers(submission.Competence(), submission.Reason)
                ),
                Submitted = caller.Acts(clock),
            }
        );
        if (version == 1)
        {
            await bus.Publish(new MappingCompleted(id, resident.ClusterId, today, inTime), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created(
            $"/mapping/v1/residents/{id}/mapping?version={version}",
            new Submitted(version, today)
        );
    }
}

/// <summary>A frozen version.</summary>
/// <param name="Version">Its number.</param>
/// <param name="SubmittedOn">The day it was submitted.</param>
internal sealed record Submitted(int Version, DateOnly SubmittedOn);
