using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Mapping.Mappings;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.ExportResident;

/// <summary>Everything that Mapping holds on one person, for the person; the log is read out apart (ALL-1).</summary>
internal static class ExportResident
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/export", Handle)
            .WithName("exportFromMapping")
            .RequireScope("mapping.export")
            .Allows("ALL-1", Case.Resident, Role.Centre, Role.Imdi)
            .Is(Act.Exported)
            .WithSummary("Takes out everything that Mapping holds on a resident");

    private static async Task<Results<Ok<MappingExport>, ProblemHttpResult>> Handle(
        Guid id,
        MappingDb db,
        ResidentAccess access,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await access.FindAsync(id, caller, cancellation) is not { Resident: var resident })
        {
            return Refusals.UnknownResident.With();
        }

        var key = (await db.KeyForOpeningAsync(id, cancellation))!;
        var decisions = await db
            .PermitDecisions.AsNoTracking()
            .Where(d => d.ResidentId == id)
            .OrderBy(d => d.DecidedOn)
            .ToListAsync(cancellation);
        var versions = await db
            .MappingVersions.AsNoTracking()
            .Where(v => v.ResidentId == id)
            .OrderBy(v => v.Version)
            .ToListAsync(cancellation);
        var exceptions = await db.Set<DeadlineException>()
            .AsNoTracking()
            .Where(e => e.ResidentId == id)
            .OrderBy(e => e.Revision)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            new MappingExport(
                id,
                resident.HouseholdId,
                resident.ClusterId,
                vault.Open<Identity>(key, Identity.Purpose, resident.SealedIdentity),
                resident.ArrivedOn,
                resident.AgeGroup,
                resident.Permit,
                resident.MappingDueOn,
                resident.SettledOn,
                resident.Registered,
                decisions.ConvertAll(d => new ExportedDecision(d.Permit, d.DecidedOn, d.Registered)),
                versions.ConvertAll(v => ExportedMapping.Of(v, vault, key)),
                exceptions.ConvertAll(e => new ExportedException(
                    e.Until,
                    vault.Open<string>(key, DeadlineException.Purpose(e.Revision), e.SealedReason),
                    e.Made
                ))
            )
        );
    }
}

/// <summary>What Mapping holds on a person.</summary>
/// <param name="ResidentId">The id by which the platform knows the person.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Identity">Who the person is.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="AgeGroup">Age on that day, coarse.</param>
/// <param name="Permit">The permit status.</param>
/// <param name="MappingDueOn">The last day on which a mapping is in time.</param>
/// <param name="SettledOn">The day of settlement.</param>
/// <param name="Registered">Who registered the arrival.</param>
/// <param name="Decisions">UDI's decisions.</param>
/// <param name="Mappings">Every version of the mapping.</param>
/// <param name="DeadlineExceptions">Every exception from the deadline.</param>
internal sealed record MappingExport(
    Guid ResidentId,
    Guid HouseholdId,
    Guid ClusterId,
    Identity Identity,
    DateOnly ArrivedOn,
    AgeGroup AgeGroup,
    PermitStatus Permit,
    DateOnly? MappingDueOn,
    DateOnly? SettledOn,
    Attribution Registered,
    IReadOnlyList<ExportedDecision> Decisions,
    IReadOnlyList<ExportedMapping> Mappings,
    IReadOnlyList<ExportedException> DeadlineExceptions
);

/// <summary>A decision on the permit.</summary>
/// <param name="Permit">The outcome.</param>
/// <param name="DecidedOn">The day.</param>
/// <param name="Registered">Who registered it.</param>
internal sealed record ExportedDecision(PermitStatus Permit, DateOnly DecidedOn, Attribution Registered);

/// <summary>A version of the mapping.</summary>
/// <param name="Version">Its number.</param>
/// <param name="SubmittedOn">The day it was submitted.</param>
/// <param name="AnsweredBy">Who gave the answers.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="Competence">The answers.</param>
/// <param name="Submitted">Who submitted it.</param>
internal sealed record ExportedMapping(
    int Version,
    DateOnly SubmittedOn,
    AnsweredBy AnsweredBy,
    string? Reason,
    Competence Competence,
    Attribution Submitted
)
{
    public static ExportedMapping Of(MappingVersion version, Vault vault, ResidentKey key)
    {
        var answers = vault.Open<Answers>(key, Answers.Purpose(version.Version), version.SealedAnswers);
        return new ExportedMapping(
            version.Version,
            version.SubmittedOn,
            version.AnsweredBy,
            answers.Reason,
            answers.Competence,
            version.Submitted
        );
    }
}

/// <summary>An exception from the deadline.</summary>
/// <param name="Until">The last day in time.</param>
/// <param name="Reason">Why.</param>
/// <param name="Made">Who made it.</param>
internal sealed record ExportedException(DateOnly Until, string Reason, Attribution Made);
