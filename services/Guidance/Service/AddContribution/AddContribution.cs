using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contributions;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Guidance.AddContribution;

/// <summary>The NAV office adds work-oriented guidance to a case (GUI-4).</summary>
internal static class AddContribution
{
    private const int LongestText = 4000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/contributions", Handle)
            .RequireScope("guidance.write")
            .Allows("GUI-4", Case.Resident, Role.NavOffice)
            .WithSummary("Adds NAV's work-oriented guidance to a case");

    private static async Task<Results<Created, ProblemHttpResult>> Handle(
        Guid id,
        NavGuidance guidance,
        GuidanceDb db,
        Vault vault,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var reached = await db.CaseForChangeAsync(id, caller, cancellation);
        if (reached is null)
        {
            return Refusals.UnknownResident.With();
        }

        if (reached.Case.Refuses is { } refusal)
        {
            return refusal.With();
        }

        var errors = new FieldErrors()
            .Require(guidance.GivenOn <= clock.Today(), "/givenOn", "GUI-4", "Is in the future.")
            .Require(!string.IsNullOrWhiteSpace(guidance.Text), "/text", "GUI-4", "Is empty.")
            .Require(
                guidance.Text.Length <= LongestText,
                "/text",
                "GUI-4",
                $"Is longer than {LongestText} characters."
            );
        if (errors.Any)
        {
            return errors.Problem();
        }

        var contribution = new Contribution
        {
            ResidentId = id,
            GivenOn = guidance.GivenOn,
            Recorded = caller.Acts(clock),
        };
        contribution.SetText(vault, await db.KeyForSealingAsync(vault, id, cancellation), guidance.Text);
        db.Add(contribution);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/guidance/v1/residents/{id}/case");
    }
}

/// <summary>Guidance that NAV gave.</summary>
/// <param name="GivenOn">The day.</param>
/// <param name="Text">What it was.</param>
internal sealed record NavGuidance(DateOnly GivenOn, string Text);
