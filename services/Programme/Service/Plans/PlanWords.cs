using IntegrationPlatform.Persistence.Personal;

namespace IntegrationPlatform.Programme.Plans;

/// <summary>What a plan says about the resident in free text (PRO-3); it is stored sealed.</summary>
/// <param name="Participation">How the resident took part in making it.</param>
/// <param name="Why">Why it replaces an agreed version; null when it replaces none.</param>
public sealed record PlanWords(string Participation, string? Why)
{
    private const string Purpose = "plan";

    /// <summary>Seals them for their column.</summary>
    public byte[] Seal(Vault vault, ResidentKey key, int version) => vault.Seal(key, $"{Purpose} {version}", this);

    /// <summary>Opens those of a plan.</summary>
    public static PlanWords Open(Vault vault, ResidentKey key, Plan plan) =>
        vault.Open<PlanWords>(key, $"{Purpose} {plan.Version}", plan.Sealed);
}
