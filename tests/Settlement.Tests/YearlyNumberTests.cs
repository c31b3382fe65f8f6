using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>IMDi asks municipalities for yearly numbers (SET-2).</summary>
[Collection(SettlementCollection.Name)]
public sealed class YearlyNumberTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    [Theory]
    [InlineData("9999", "/municipality")]
    [InlineData("46", "/municipality")]
    public async Task A_municipality_that_does_not_exist_is_refused(string number, string pointer) =>
        await _story.AskTown(_story.Town with { Number = number }).Invalid(pointer, "SET-2");

    [Fact]
    public async Task An_organisation_number_with_a_wrong_check_digit_is_refused() =>
        await _story.AskTown(_story.Town with { Organisation = "987879697" }).Invalid("/organisation", "SET-2");

    [Fact]
    public async Task A_year_is_asked_for_once()
    {
        await _story.AskTown(_story.Town).Json();

        await _story.AskTown(_story.Town).Refused(409, "yearly-number-already-stated");
    }

    [Fact]
    public async Task Nobody_but_IMDi_asks()
    {
        var refused = await _story.Municipality.Post(
            "yearly-requests",
            new
            {
                municipality = _story.Town.Number,
                organisation = _story.Town.Organisation,
                year = 2024,
                persons = 5,
            }
        );

        Assert.Equal(403, (int)refused.StatusCode);
    }

    [Fact]
    public async Task At_least_one_person_is_asked_for() =>
        await new Story(service) { Persons = 0 }
            .AskTown(_story.Town)
            .Invalid("/persons", "SET-2");
}
