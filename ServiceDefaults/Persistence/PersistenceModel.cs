using IntegrationPlatform.Persistence.Audit;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Persistence.Requests;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Persistence;

/// <summary>The tables that every service has beside its own.</summary>
public static class PersistenceModel
{
    /// <summary>Adds the tables of idempotency keys, policy and audit; call it from <c>OnModelCreating</c>.</summary>
    /// <param name="model">The service's model.</param>
    /// <param name="shipped">The policy that the service ships with.</param>
    public static ModelBuilder AddPersistence(this ModelBuilder model, params PolicyValue[] shipped)
    {
        model.Entity<IdempotencyKey>(key =>
        {
            key.ToTable("idempotency_keys");
            key.HasKey(k => new { k.Organisation, k.Key });
            key.HasIndex(k => k.At);
        });
        model.Entity<PolicyValue>(policy =>
        {
            policy.ToTable("policy");
            policy.HasKey(p => new
            {
                p.Rule,
                p.Name,
                p.HoldsFrom,
            });
            policy.HasData(shipped);
        });
        model.AddAudit();
        return model;
    }
}
