using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Programme.Enrolments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Programme.ReadEnrolment;

/// <summary>A party of the cluster reads where a resident's enrolment stands (PRO-1).</summary>
internal static class ReadEnrolment
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/enrolment", Handle)
            .RequireScope("programme.read")
            .Allows("PRO-1", Case.Resident, Roles.Cluster)
            .WithSummary("Reads a resident's enrolment");

    private static async Task<Results<Ok<EnrolmentStatus>, ProblemHttpResult>> Handle(
        Guid id,
        ProgrammeDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var reached = await db.EnrolmentAsync(id, caller, cancellation);
        return reached is null
            ? Refusals.UnknownResident.With()
            : TypedResults.Ok(EnrolmentStatus.Of(reached.Enrolment));
    }
}

/// <summary>Where an enrolment stands.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="State">The state.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="MappedOn">The day the competence mapping was completed; a plan needs no hours for it from then on (PRO-2).</param>
/// <param name="CommittedOn">The day of the commitment.</param>
/// <param name="WaitsFor">What is waited for now; null when nothing is.</param>
/// <param name="DueOn">The last day on which that is in time.</param>
/// <param name="Overdue">True when that day has passed.</param>
/// <param name="AgreedPlan">The newest agreed version of the plan.</param>
/// <param name="SettledOn">The day of settlement.</param>
internal sealed record EnrolmentStatus(
    Guid ResidentId,
    Guid ClusterId,
    EnrolmentPhase State,
    DateOnly ArrivedOn,
    DateOnly? MappedOn,
    DateOnly? CommittedOn,
    EnrolmentWait? WaitsFor,
    DateOnly? DueOn,
    bool Overdue,
    int? AgreedPlan,
    DateOnly? SettledOn
)
{
    public static EnrolmentStatus Of(Enrolment enrolment) =>
        new(
            enrolment.CorrelationId,
            enrolment.ClusterId!.Value,
            enrolment.Phase,
            enrolment.ArrivedOn!.Value,
            enrolment.MappedOn,
            enrolment.CommittedOn,
            enrolment.Wait?.For,
            enrolment.Wait is null ? null : enrolment.DueOn,
            enrolment.Overdue,
            enrolment.AgreedVersion > 0 ? enrolment.AgreedVersion : null,
            enrolment.SettledOn
        );
}
