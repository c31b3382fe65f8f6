using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Elements;
using IntegrationPlatform.Programme.Enrolments;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Programme.CompleteElement;

/// <summary>The centre or the host municipality records a completed element of the introduction programme (PRO-6).</summary>
internal static class CompleteElement
{
    private const int LongestEvidence = 1000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/elements", Handle)
            .RequireScope("programme.write")
            .Allows("PRO-6", Case.Resident, Role.Centre, Role.HostMunicipality)
            .WithSummary("Records a completed element of the introduction programme");

    private static async Task<Results<Created, ProblemHttpResult>> Handle(
        Guid id,
        Completion completion,
        ProgrammeDb db,
        Vault vault,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var reached = await db.EnrolmentForChangeAsync(id, caller, cancellation);
        if (reached is null)
        {
            return Refusals.UnknownResident.With();
        }

        if (reached.Enrolment.Refuses is { } refusal)
        {
            return refusal.With();
        }

        var errors = new FieldErrors()
            .Require(
                IntroductionElements.All.Contains(completion.Element),
                "/element",
                "PRO-6",
                $"Is one of {string.Join(", ", IntroductionElements.All)}."
            )
            .Require(completion.CompletedOn <= clock.Today(), "/completedOn", "PRO-6", "Is in the future.")
            .Require(!string.IsNullOrWhiteSpace(completion.Evidence), "/evidence", "PRO-6", "Is empty.")
            .Require(
                completion.Evidence.Length <= LongestEvidence,
                "/evidence",
                "PRO-6",
                $"Is longer than {LongestEvidence} characters."
            );
        if (errors.Any)
        {
            return errors.Problem();
        }

        if (await db.Elements.FindAsync([id, completion.Element], cancellation) is not null)
        {
            return Refusals.ElementAlreadyCompleted.With();
        }

        var key = await db.KeyForSealingAsync(vault, id, cancellation);
        var element = new Element
        {
            ResidentId = id,
            Code = completion.Element,
            CompletedOn = completion.CompletedOn,
            Evidence = Element.SealEvidence(vault, key, completion.Element, completion.Evidence),
            Recorded = caller.Acts(clock),
        };
        db.Add(element);
        await bus.Publish(
            new ElementCompleted(id, reached.Cluster.Id, element.Code, element.CompletedOn),
            cancellation
        );
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/programme/v1/residents/{id}/elements");
    }
}

/// <summary>A completed element.</summary>
/// <param name="Element">Its code, such as <c>parental-guidance</c>.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Evidence">What shows it.</param>
internal sealed record Completion(string Element, DateOnly CompletedOn, string Evidence);
