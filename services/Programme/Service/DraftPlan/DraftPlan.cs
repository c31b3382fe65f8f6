using System.Text.Json;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Programme.Plans;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.DraftPlan;

/// <summary>The centre or the host municipality drafts the next version of a resident's plan (PRO-1 to PRO-5).</summary>
internal static class DraftPlan
{
    private const int LongestText = 4000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/plans", Handle)
            .RequireScope("programme.write")
            .Allows("PRO-3", Case.Resident, Role.Centre, Role.HostMunicipality)
            .WithSummary("Drafts the next version of a resident's plan");

    private static async Task<Results<Created<Drafted>, ProblemHttpResult>> Handle(
        Guid id,
        PlanDraft draft,
        ProgrammeDb db,
        Vault vault,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (await db.EnrolmentForChangeAsync(id, caller, cancellation) is not { Enrolment: var enrolment })
        {
            return Refusals.UnknownResident.With();
        }

        if (enrolment.Refuses is { } refusal)
        {
            return refusal.With();
        }

        var versions = db.Plans.Where(p => p.ResidentId == id);
        var replaces = await versions.AnyAsync(p => p.AgreedOn != null, cancellation);
        var errors = Check(draft, replaces);
        if (errors.Any)
        {
            return errors.Problem();
        }

        var week = draft.Activities.Select(a => a!.Activity()).ToList();
        var today = clock.Today();
        if (await BreaksRule(db, enrolment, week, today, cancellation) is { } broken)
        {
            return broken;
        }

        var key = await db.KeyForSealingAsync(vault, id, cancellation);
        var version = 1 + await versions.MaxAsync(p => (int?)p.Version, cancellation) ?? 1;
        var plan = new Plan
        {
            ResidentId = id,
            Version = version,
            DraftedOn = today,
            Drafted = caller.Acts(clock),
            Sealed = new PlanWords(draft.Participation, draft.Why).Seal(vault, key, version),
            MinutesPerWeek = Timetable.Minutes(week),
            Activities = week,
        };
        db.Add(plan);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created(
            $"/programme/v1/residents/{id}/plans",
            new Drafted(plan.Version, plan.HoursPerWeek, Timetable.Lacks(week, Timetable.AsFarAsPossible))
        );
    }

    private static FieldErrors Check(PlanDraft draft, bool replaces)
    {
        var errors = new FieldErrors()
            .Require(!string.IsNullOrWhiteSpace(draft.Participation), "/participation", "PRO-3", "Is empty.")
            .Require(
                draft.Participation.Length <= LongestText,
                "/participation",
                "PRO-3",
                $"Is longer than {LongestText} characters."
            )
            .Require(
                !replaces || !string.IsNullOrWhiteSpace(draft.Why),
                "/why",
                "PRO-3",
                "Says why the agreed plan changes."
            )
            .Require(!(draft.Why?.Length > LongestText), "/why", "PRO-3", $"Is longer than {LongestText} characters.")
            .Require(
                draft.Activities.Count is > 0 and <= ActivityDraft.Most,
                "/activities",
                "PRO-2",
                $"Holds 1 to {ActivityDraft.Most} activities."
            );
        if (errors.Any)
        {
            return errors;
        }

        for (var i = 0; i < draft.Activities.Count; i++)
        {
            ActivityDraft.Check(errors, draft.Activities[i], $"/activities/{i}");
        }

        if (!errors.Any)
        {
            foreach (var i in Timetable.Overlaps([.. draft.Activities.Select(a => a!.Activity())]))
            {
                errors.Require(false, $"/activities/{i}", "PRO-9", "Overlaps an earlier activity.");
            }
        }

        return errors;
    }

    private static async Task<ProblemHttpResult?> BreaksRule(
        ProgrammeDb db,
        Enrolment enrolment,
        IReadOnlyList<Activity> week,
        DateOnly on,
        CancellationToken cancellation
    )
    {
        if (week.Any(a => a.Provider == Provider.Nav)) // PRO-5
        {
            if (enrolment.Permit != PermitStatus.Granted)
            {
                return Refusals.NavWithoutPermit.With();
            }

            var newest = await db
                .NavAssessments.Where(a => a.ResidentId == enrolment.CorrelationId)
                .OrderByDescending(a => a.AssessedOn)
                .ThenByDescending(a => a.Id)
                .FirstOrDefaultAsync(cancellation);
            if (newest is not { NeedsServices: true })
            {
                return Refusals.NavWithoutAssessment.With();
            }
        }

        // PRO-2: a completed mapping is competence mapping, too.
        var required = Timetable.Required.Where(k => k != ActivityKind.CompetenceMapping || enrolment.MappedOn is null);
        var lacks = Timetable.Lacks(week, required);
        if (lacks.Count > 0)
        {
            return Refusals.PlanWithoutRequiredContent.With(Words(lacks));
        }

        var hours = await db.PolicyAsync(Figures.HoursPerWeek, on, cancellation);
        var minutes = Timetable.Minutes(week);
        return minutes >= hours * 60 // PRO-1
            ? null
            : Refusals.PlanUnderRequiredHours.With(
                FormattableString.Invariant(
                    $"The plan has {Timetable.Hours(minutes):0.##} hours a week; {hours - (minutes / 60m):0.##} hours are missing to {hours:0.##}."
                )
            );
    }

    private static string Words(IReadOnlyList<ActivityKind> lacks)
    {
        var names = string.Join(", ", lacks.Select(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())));
        return lacks.Contains(ActivityKind.CompetenceMapping)
            ? $"The plan lacks {names}. A completed mapping counts as competence mapping; none is known yet."
            : $"The plan lacks {names}.";
    }
}

/// <summary>A version of a plan.</summary>
/// <param name="Participation">How the resident took part in making it (PRO-3).</param>
/// <param name="Activities">The weekly timetable.</param>
/// <param name="Why">Why an agreed plan changes (PRO-3); needed when there is one.</param>
internal sealed record PlanDraft(string Participation, IReadOnlyList<ActivityDraft?> Activities, string? Why = null);

/// <summary>The version that was drafted.</summary>
/// <param name="Version">Its number.</param>
/// <param name="HoursPerWeek">Hours a week.</param>
/// <param name="NotYetIncluded">What the programme contains as far as possible and this plan does not (PRO-2).</param>
internal sealed record Drafted(int Version, decimal HoursPerWeek, IReadOnlyList<ActivityKind> NotYetIncluded);
