using System.ComponentModel;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Mappings;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.ReadMapping;

/// <summary>Those who work with the resident read the mapping: the newest version, or the one asked for (MAP-5).</summary>
internal static class ReadMapping
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/mapping", Handle)
            .RequireScope("mapping.read")
            .Allows("MAP-5", Case.Resident, Role.Centre, Role.HostMunicipality, Role.CareerCentre)
            .Provided(Role.CareerCentre, "when the mapping is submitted (GUI-1)")
            .Is(Act.LookedAtCompetence)
            .WithSummary("Reads a mapping");

    private static async Task<Results<Ok<MappingView>, ProblemHttpResult>> Handle(
        Guid id,
        [Description("The version; the newest when left out.")] int? version,
        MappingDb db,
        ResidentAccess access,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await access.FindAsync(id, caller, cancellation) is not { } found)
        {
            return Refusals.UnknownResident.With();
        }

        var wanted = version ?? found.Resident.MappingVersion;
        var mapping = await db.MappingVersions.SingleOrDefaultAsync(
            m => m.ResidentId == id && m.Version == wanted,
            cancellation
        );
        var key = await db.KeyForOpeningAsync(id, cancellation);
        if (mapping is null || key is null)
        {
            return Refusals.NoMapping.With();
        }

        var answers = vault.Open<Answers>(key, Answers.Purpose(wanted), mapping.SealedAnswers);
        return TypedResults.Ok(
            new MappingView(
                mapping.Version,
                found.Resident.MappingVersion,
                mapping.SubmittedOn,
                mapping.AnsweredBy,
                mapping.Submitted.Organisation,
                answers.Reason,
                answers.Competence
            )
        );
    }
}

/// <summary>A version of a mapping.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Newest">The number of the newest version; all from 1 can be read.</param>
/// <param name="SubmittedOn">The day it was submitted.</param>
/// <param name="AnsweredBy">Who gave the answers.</param>
/// <param name="SubmittedBy">Organisation number of who submitted it.</param>
/// <param name="Reason">Why it was corrected; null for the first version.</param>
/// <param name="Competence">The answers.</param>
internal sealed record MappingView(
    int Version,
    int Newest,
    DateOnly SubmittedOn,
    AnsweredBy AnsweredBy,
    string? SubmittedBy,
    string? Reason,
    Competence Competence
);
