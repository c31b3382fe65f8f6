using System.ComponentModel;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Deadline;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.ListDeadlines;

/// <summary>A centre sees its residents' deadlines, UDI and IMDi see all: ids and days, no persons (MAP-2).</summary>
internal static class ListDeadlines
{
    private static readonly string[] States =
    [
        nameof(MappingDeadlineSaga.Waiting),
        nameof(MappingDeadlineSaga.Overdue),
        nameof(MappingDeadlineSaga.InTime),
        nameof(MappingDeadlineSaga.Late),
        nameof(MappingDeadlineSaga.Lifted),
    ];

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/deadlines", Handle)
            .RequireScope("mapping.read")
            .Allows("MAP-2", Case.Own, Role.Imdi, Role.Udi, Role.Centre)
            .WithSummary("Lists deadlines, in the order of registration");

    private static async Task<Results<PageOf<DeadlineView>, ProblemHttpResult>> Handle(
        [Description("Only those in this state: waiting, overdue, inTime, late or lifted.")] string? state,
        [AsParameters] PageRequest page,
        MappingDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var wanted = state is null ? null : Array.Find(States, s => Camel(s) == state);
        var errors = new FieldErrors().Require(state is null || wanted is not null, "/state", "MAP-2", "Is no state.");
        if (errors.Any)
        {
            return errors.Problem();
        }

        var deadlines = db.Deadlines.AsNoTracking().Where(d => d.DueOn != null);
        if (!caller.ActsAsDirectorate)
        {
            var own = db
                .Clusters.Where(c => c.CentreOrganisation == caller.Organisation && c.RevokedOn == null)
                .Select(c => c.Id);
            deadlines = deadlines.Where(d => own.Contains(d.ClusterId));
        }

        var after = page.AfterId;
        var found = await deadlines
            .Where(d => wanted == null || d.CurrentState == wanted)
            .Where(d => after == null || d.CorrelationId > after)
            .OrderBy(d => d.CorrelationId)
            .Take(page.Take)
            .ToListAsync(cancellation);
        return page.ById([.. found.Select(View)], deadline => deadline.ResidentId);
    }

    private static DeadlineView View(MappingDeadline deadline) =>
        new(
            deadline.CorrelationId,
            deadline.ClusterId,
            Camel(deadline.CurrentState),
            deadline.DueOn!.Value,
            deadline.RemindedOn,
            deadline.OverdueOn,
            deadline.CompletedOn
        );

    private static string Camel(string state) => char.ToLowerInvariant(state[0]) + state[1..];
}

/// <summary>A resident's deadline.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="State">Waiting, overdue, inTime, late, or lifted when the resident left.</param>
/// <param name="DueOn">The last day on which a submission is in time.</param>
/// <param name="RemindedOn">The day of the newest reminder.</param>
/// <param name="OverdueOn">The day on which it was found overdue.</param>
/// <param name="CompletedOn">The day of the submission.</param>
internal sealed record DeadlineView(
    Guid ResidentId,
    Guid ClusterId,
    string State,
    DateOnly DueOn,
    DateOnly? RemindedOn,
    DateOnly? OverdueOn,
    DateOnly? CompletedOn
);
