using IntegrationPlatform.Mapping.Contracts;

namespace IntegrationPlatform.Mapping.Residents;

/// <summary>A person's age on a day. Always from the birth date, never from an identity number.</summary>
internal static class Age
{
    private const int Kindergarten = 4;
    private const int Majority = 18;

    /// <summary>The age group on a day.</summary>
    public static AgeGroup On(DateOnly day, DateOnly birthDate) =>
        birthDate.AddYears(Majority) <= day ? AgeGroup.Adult
        : birthDate.AddYears(Kindergarten) <= day ? AgeGroup.FourToSeventeen
        : AgeGroup.UnderFour;
}
