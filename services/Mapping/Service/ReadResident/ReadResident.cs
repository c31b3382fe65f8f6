using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Mapping.ReadResident;

/// <summary>Somebody with a ground looks at a resident; IMDi sees the case without the person (ALL-1).</summary>
internal static class ReadResident
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}", Handle)
            .RequireScope("mapping.read")
            .Allows("ALL-1", Case.Resident, Role.Centre, Role.HostMunicipality, Role.CareerCentre, Role.Udi, Role.Imdi)
            .Provided(Role.CareerCentre, "when the mapping is submitted (GUI-1)")
            .Provided(Role.Imdi, "without identity")
            .Is(Act.LookedAtIdentity)
            .WithSummary("Reads a resident");

    private static async Task<Results<Ok<ResidentView>, ProblemHttpResult>> Handle(
        Guid id,
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

        var (resident, role) = found;
        var identity = role == Role.Imdi ? null : await IdentityOf(resident, db, vault, cancellation);
        caller.Entry!.Act = identity is null ? Act.LookedAtCase : Act.LookedAtIdentity;
        return TypedResults.Ok(
            new ResidentView(
                id,
                resident.HouseholdId,
                resident.ClusterId,
                resident.ArrivedOn,
                resident.AgeGroup,
                resident.Permit,
                resident.PermitDecidedOn,
                resident.MappingDueOn,
                resident.MappingVersion,
                resident.SettledOn,
                identity
            )
        );
    }

    private static async Task<Identity?> IdentityOf(
        Resident resident,
        MappingDb db,
        Vault vault,
        CancellationToken cancellation
    ) =>
        await db.KeyForOpeningAsync(resident.Id, cancellation) is { } key
            ? vault.Open<Identity>(key, Identity.Purpose, resident.SealedIdentity)
            : null;
}

/// <summary>A resident as the caller may see it.</summary>
/// <param name="Id">The resident.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="AgeGroup">Age on the day of arrival.</param>
/// <param name="Permit">The permit status in force.</param>
/// <param name="PermitDecidedOn">The day of UDI's newest decision, if one is registered.</param>
/// <param name="MappingDueOn">The last day on which the mapping is in time; null for a child.</param>
/// <param name="MappingVersion">The newest version of the mapping; 0 while none was submitted.</param>
/// <param name="SettledOn">The day of settlement, when the resident has left.</param>
/// <param name="Identity">Who it is; null for a caller who may only see the case.</param>
internal sealed record ResidentView(
    Guid Id,
    Guid HouseholdId,
    Guid ClusterId,
    DateOnly ArrivedOn,
    AgeGroup AgeGroup,
    PermitStatus Permit,
    DateOnly? PermitDecidedOn,
    DateOnly? MappingDueOn,
    int MappingVersion,
    DateOnly? SettledOn,
    Identity? Identity
);
