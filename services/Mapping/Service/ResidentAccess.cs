using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Looks;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Parties;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping;

/// <summary>
/// Finds residents for a caller who has a ground. Somebody else's resident, an erased one and none at all look the same:
/// null, which is answered 404.
/// </summary>
internal sealed class ResidentAccess(MappingDb db, Directorates directorates)
{
    /// <summary>The resident and the first of the grounds that the caller has.</summary>
    public async Task<(Resident Resident, Ground Ground)?> FindAsync(
        Guid id,
        Caller caller,
        IReadOnlyList<Ground> grounds,
        CancellationToken cancellation
    )
    {
        if (await db.Residents.FindAsync([id], cancellation) is not { ErasedOn: null } resident)
        {
            return null;
        }

        var cluster = await db.Clusters.FindAsync([resident.ClusterId], cancellation);
        foreach (var ground in grounds)
        {
            if (Has(ground, caller.Organisation, resident, cluster))
            {
                return (resident, ground);
            }
        }

        return null;
    }

    /// <summary>The resident for a change on one ground; the row stays locked for the rest of the transaction.</summary>
    public async Task<Resident?> LockAsync(Guid id, Caller caller, Ground ground, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from residents where id = {id} for update", cancellation);
        return (await FindAsync(id, caller, [ground], cancellation))?.Resident;
    }

    private bool Has(Ground ground, string organisation, Resident resident, Cluster? cluster) =>
        ground switch
        {
            Ground.Centre => cluster?.Lets(organisation, Part.Centre) == true,
            Ground.HostMunicipality => cluster?.Lets(organisation, Part.HostMunicipality) == true,
            // GUI-1: a career centre has no business with a resident before the mapping is submitted.
            Ground.CareerCentre => resident.MappingVersion > 0
                && cluster?.Lets(organisation, Part.CareerCentre) == true,
            Ground.Udi => organisation == directorates.Udi,
            Ground.Imdi => organisation == directorates.Imdi,
            Ground.Settlement => false, // Only the platform itself acts on it.
            _ => throw new ArgumentOutOfRangeException(nameof(ground)),
        };
}
