using IntegrationPlatform.Persistence.Personal;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.Residents;

/// <summary>The blind indexes of DUF numbers, which depend on the master key as the residents' keys do.</summary>
internal static class DufIndexes
{
    /// <summary>Makes the indexes of residents anew with the current master key.</summary>
    public static async Task RenewAsync(
        MappingDb db,
        Vault vault,
        IReadOnlyList<ResidentKey> keys,
        CancellationToken cancellation
    )
    {
        var ids = keys.Select(k => k.ResidentId).ToList();
        var residents = await db
            .Residents.FromSql($"select * from residents where id = any({ids}) order by id for update")
            .ToDictionaryAsync(r => r.Id, cancellation);
        foreach (var key in keys)
        {
            if (residents.GetValueOrDefault(key.ResidentId) is { ErasedOn: null } resident)
            {
                var identity = vault.Open<Identity>(key, Identity.Purpose, resident.SealedIdentity);
                resident.DufIndex = vault.Index(identity.Duf);
            }
        }
    }
}
