namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>Why a resident belongs to the target group (MAP-1, S1, S4).</summary>
public enum PermitStatus
{
    /// <summary>High probability of being granted a permit.</summary>
    Likely,

    /// <summary>A residence permit is granted.</summary>
    Granted,

    /// <summary>The application was refused: the resident leaves the target group.</summary>
    Refused,
}
