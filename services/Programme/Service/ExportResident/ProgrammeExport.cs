using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Programme.Plans;

namespace IntegrationPlatform.Programme.ExportResident;

/// <summary>What Programme holds on a person.</summary>
/// <param name="ResidentId">The id by which the platform knows the person.</param>
/// <param name="State">Where the enrolment stands.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="Permit">The permit status.</param>
/// <param name="MappedOn">The day of the mapping.</param>
/// <param name="SettledOn">The day of settlement.</param>
/// <param name="Commitment">The commitment to the programme.</param>
/// <param name="NavAssessments">NAV's assessments.</param>
/// <param name="Plans">Every version of the plan, drafts included.</param>
/// <param name="Elements">Completed elements.</param>
internal sealed record ProgrammeExport(
    Guid ResidentId,
    EnrolmentPhase State,
    DateOnly? ArrivedOn,
    PermitStatus? Permit,
    DateOnly? MappedOn,
    DateOnly? SettledOn,
    ExportedCommitment? Commitment,
    IReadOnlyList<ExportedAssessment> NavAssessments,
    IReadOnlyList<ExportedPlan> Plans,
    IReadOnlyList<ExportedElement> Elements
);

/// <summary>The commitment.</summary>
/// <param name="CommittedOn">The day.</param>
/// <param name="Recorded">Who recorded it.</param>
internal sealed record ExportedCommitment(DateOnly CommittedOn, Attribution Recorded);

/// <summary>An assessment of NAV.</summary>
/// <param name="AssessedOn">The day.</param>
/// <param name="NeedsServices">True when NAV's services are needed.</param>
/// <param name="Recorded">Who recorded it.</param>
internal sealed record ExportedAssessment(DateOnly AssessedOn, bool NeedsServices, Attribution Recorded);

/// <summary>A version of the plan.</summary>
/// <param name="Version">Its number.</param>
/// <param name="DraftedOn">The day it was drafted.</param>
/// <param name="Participation">How the resident took part.</param>
/// <param name="Why">Why it replaces an agreed version.</param>
/// <param name="Activities">The week.</param>
/// <param name="Drafted">Who drafted it.</param>
/// <param name="ResidentAgreed">Who recorded the resident's agreement.</param>
/// <param name="MunicipalityAgreed">Who agreed for the host municipality.</param>
internal sealed record ExportedPlan(
    int Version,
    DateOnly DraftedOn,
    string Participation,
    string? Why,
    IReadOnlyList<PlanSlot> Activities,
    Attribution Drafted,
    Attribution? ResidentAgreed,
    Attribution? MunicipalityAgreed
)
{
    public static ExportedPlan Of(Plan plan, PlanWords words) =>
        new(
            plan.Version,
            plan.DraftedOn,
            words.Participation,
            words.Why,
            [.. Timetable.InOrder(plan.Activities).Select(PlanSlot.Of)],
            plan.Drafted,
            plan.ResidentAgreed,
            plan.MunicipalityAgreed
        );
}

/// <summary>A completed element.</summary>
/// <param name="Element">Its code.</param>
/// <param name="CompletedOn">The day.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Recorded">Who recorded it.</param>
internal sealed record ExportedElement(string Element, DateOnly CompletedOn, string Evidence, Attribution Recorded);
