using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Partners;

namespace IntegrationPlatform.SystemTests;

/// <summary>The made-up people and partners are plausible, and the same each time.</summary>
public sealed class CastTests
{
    private static readonly DateOnly Day = new(2016, 10, 3);

    [Theory]
    [InlineData(2024, 123456, "202412345610")]
    [InlineData(2016, 999999, "201699999902")]
    public void A_DUF_number_has_its_check_digits(int year, int serial, string duf) =>
        Assert.Equal(duf, Duf.Number(year, serial));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(400)]
    public void Households_of_one_to_six_have_as_many_people_as_asked_for(int residents)
    {
        var households = Population.Make(residents, 42, Day);

        Assert.Equal(residents, households.Sum(h => h.Members.Count));
        Assert.All(households, h => Assert.InRange(h.Members.Count, 1, 6));
        Assert.All(households, h => Assert.True(h.Head.IsAdult));
        Assert.Equal(residents, households.SelectMany(h => h.Members).Select(m => m.Duf).Distinct().Count());
    }

    [Fact]
    public void Ages_are_those_of_adults_and_of_children_who_stay_children()
    {
        var people = Population.Make(400, 42, Day).SelectMany(h => h.Members).ToArray();

        Assert.All(people, p => Assert.Equal(p.IsAdult, p.BirthDate.AddYears(18) <= Day.AddYears(1)));
        Assert.Contains(people, p => !p.IsAdult);
    }

    [Fact]
    public void The_same_seed_makes_the_same_people_and_another_seed_others()
    {
        Assert.Equal(Names(42), Names(42));
        Assert.NotEqual(Names(42), Names(43));

        static IEnumerable<(string, string)> Names(int seed) =>
            Population.Make(50, seed, Day).SelectMany(h => h.Members).Select(m => (m.Duf, m.Name));
    }

    [Fact]
    public void Partners_have_valid_numbers_of_the_synthetic_series_each_its_own()
    {
        var numbers = Candidate
            .All.SelectMany(c =>
                new[] { Partner.Municipality(c.Number), Partner.Centre(c.Number), Partner.CareerCentre(c.County) }
            )
            .Distinct()
            .Select(p => p.Organisation)
            .ToArray();

        Assert.Equal(10 + 10 + 9, numbers.Length); // Trondheim and Steinkjer share their county's career centre.
        Assert.Equal(numbers.Length, numbers.Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            numbers,
            n => Assert.True(n.StartsWith("31", StringComparison.Ordinal) && OrganisationNumber.IsValid(n))
        );
    }

    [Fact]
    public void A_refused_household_is_recommended_a_neighbour_of_the_host()
    {
        var household = Population.Make(40, 42, Day).First(Destination.IsRefusedFirst);
        household.Cluster = new Cluster(Guid.CreateVersion7(), "4601", 10);

        Assert.NotEqual(Destination.First(household).Municipality, Destination.Second(household).Municipality);
        Assert.Equal("neighbouring", Destination.Second(household).Type);
    }
}
