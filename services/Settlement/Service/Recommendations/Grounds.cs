namespace IntegrationPlatform.Settlement.Recommendations;

/// <summary>Why the cluster recommends a municipality (SET-1); a code, because free text about a person stays out.</summary>
public enum Grounds
{
    /// <summary>Services, education and work there suit the household.</summary>
    Suitable,

    /// <summary>The host municipality has no place left in its yearly number.</summary>
    HostFull,

    /// <summary>An offer of suitable work (S1).</summary>
    Work,

    /// <summary>The start of a targeted education (S1).</summary>
    Education,

    /// <summary>Health or other services that the household needs.</summary>
    Services,

    /// <summary>Near family live there.</summary>
    Family,
}
