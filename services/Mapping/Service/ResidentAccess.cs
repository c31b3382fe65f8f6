using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Residents;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping;

/// <summary>
/// Finds residents for a caller whom the endpoint lets in. Somebody else's resident, an erased one and none at all look
/// the same: null, which is answered 404.
/// </summary>
internal sealed class ResidentAccess(MappingDb db)
{
    /// <summary>The resident, and the role in which the caller acts.</summary>
    public async Task<(Resident Resident, Role As)?> FindAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        if (await db.Residents.FindAsync([id], cancellation) is not { ErasedOn: null } resident)
        {
            return null;
        }

        if (caller.ActsAsDirectorate)
        {
            return (resident, caller.Directorate!.Value);
        }

        var cluster = await db.Clusters.FindAsync([resident.ClusterId], cancellation);
        return cluster?.PartOf(caller) switch
        {
            null => null,
            // GUI-1: a career centre has no business with a resident before the mapping is submitted.
            Role.CareerCentre when resident.MappingVersion == 0 => null,
            { } part => (resident, part),
        };
    }

    /// <summary>The resident for a change; the row stays locked for the rest of the transaction.</summary>
    public async Task<Resident?> LockAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from residents where id = {id} for update", cancellation);
        return (await FindAsync(id, caller, cancellation))?.Resident;
    }
}
