using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Residents;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>Age groups on a day.</summary>
public sealed class AgeTests
{
    [Theory]
    [InlineData("2006-03-04", "2024-03-04", AgeGroup.Adult)]
    [InlineData("2006-03-05", "2024-03-04", AgeGroup.FourToSeventeen)]
    [InlineData("2020-03-04", "2024-03-04", AgeGroup.FourToSeventeen)]
    [InlineData("2020-03-05", "2024-03-04", AgeGroup.UnderFour)]
    [InlineData("2024-03-04", "2024-03-04", AgeGroup.UnderFour)]
    [InlineData("2004-02-29", "2022-02-28", AgeGroup.Adult)]
    public void A_birthday_changes_the_group_on_its_day(string birthDate, string day, AgeGroup expected) =>
        Assert.Equal(expected, Age.On(DateOnly.Parse(day, null), DateOnly.Parse(birthDate, null)));
}
