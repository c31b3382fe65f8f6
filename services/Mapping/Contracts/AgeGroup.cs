namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>A resident's age as far as other services need it; the birth date stays in Mapping (ALL-1).</summary>
public enum AgeGroup
{
    /// <summary>Under four years: kindergarten grants (GRA-7).</summary>
    UnderFour,

    /// <summary>Four to seventeen years.</summary>
    FourToSeventeen,

    /// <summary>Eighteen or more: the full-time programme applies (PRO-1).</summary>
    Adult,
}
