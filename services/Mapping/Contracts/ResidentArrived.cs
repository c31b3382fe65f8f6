namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>A resident moved in at a centre (MAP-1). Carries no identity (ALL-1).</summary>
/// <param name="ResidentId">The resident's id on the platform (UUIDv7).</param>
/// <param name="HouseholdId">The household that moves together (SET-8).</param>
/// <param name="ClusterId">The cluster whose centre registered the arrival.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="AgeGroup">Age on the day of arrival, coarse.</param>
/// <param name="Permit">Permit status on the day of arrival.</param>
public sealed record ResidentArrived(
    Guid ResidentId,
    Guid HouseholdId,
    Guid ClusterId,
    DateOnly ArrivedOn,
    AgeGroup AgeGroup,
    PermitStatus Permit
);
