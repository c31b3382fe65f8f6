using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Municipalities;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Recommendations;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>Centres recommend where households settle (SET-1, SET-2).</summary>
[Collection(SettlementCollection.Name)]
public sealed class RecommendingTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    [Fact]
    public async Task A_recommendation_is_handed_on_to_UDI_as_an_event()
    {
        var heard = await service.Listen<SettlementRecommended>();

        await _story.Recommended(AgeGroup.Adult, AgeGroup.UnderFour);

        var recommended = await heard.First(r => r.HouseholdId == _story.Household);
        Assert.Equal(
            (_story.Cluster, _story.Town.Number, MunicipalityType.Services),
            (recommended.ClusterId, recommended.Municipality, recommended.Type)
        );
        Assert.Equal("recommended", await _story.State(_story.Residents[1]));
    }

    [Fact]
    public async Task A_household_of_another_cluster_is_not_found()
    {
        await _story.Arrived();
        var stranger = new Story(service);

        await stranger
            .Centre.Post(
                $"households/{_story.Household}/recommendation",
                new
                {
                    municipality = _story.Town.Number,
                    municipalityType = "city",
                    grounds = "work",
                }
            )
            .Refused(404, "unknown-household");
    }

    [Fact]
    public async Task A_household_that_does_not_exist_is_not_found() =>
        await _story.Recommend(_story.Town).Refused(404, "unknown-household");

    [Fact]
    public async Task A_municipality_that_IMDi_has_not_asked_this_year_is_refused()
    {
        await _story.Arrived();

        await _story.Recommend(_story.Town).Invalid("/municipality", "SET-2");
        Assert.Equal("awaitingRecommendation", await _story.State(_story.Residents[0]));
    }

    [Fact]
    public async Task A_municipality_that_does_not_exist_is_refused()
    {
        await _story.Arrived();

        await _story.Recommend(new Place("9999", _story.Town.Organisation)).Invalid("/municipality", "SET-1");
    }

    [Theory]
    [InlineData("4601", Grounds.Suitable, true)]
    [InlineData("4626", Grounds.Suitable, true)]
    [InlineData("4626", Grounds.HostFull, true)]
    [InlineData("5001", Grounds.Suitable, false)]
    [InlineData("5001", Grounds.Family, false)]
    [InlineData("5001", Grounds.Work, true)]
    [InlineData("5001", Grounds.Education, true)]
    public void The_order_of_2016_is_host_then_neighbour_then_elsewhere_for_work_or_education(
        string municipality,
        Grounds grounds,
        bool allowed
    ) => Assert.Equal(allowed, new HostFirst("4601", HostIsFull: true).Allows(municipality, grounds));

    [Fact]
    public void A_host_is_not_called_full_while_it_has_room()
    {
        Assert.False(new HostFirst("4601", HostIsFull: false).HostFullIsTrue(Grounds.HostFull));
        Assert.True(new HostFirst("4601", HostIsFull: true).HostFullIsTrue(Grounds.HostFull));
    }

    [Fact]
    public void Neighbours_border_both_ways_and_nobody_on_itself()
    {
        Assert.True(MunicipalityRegister.AreNeighbours("4601", "4626"));
        Assert.True(MunicipalityRegister.AreNeighbours("4626", "4601"));
        Assert.False(MunicipalityRegister.AreNeighbours("4601", "4601"));
        Assert.All(
            MunicipalityRegister.All,
            m => Assert.Contains(MunicipalityRegister.All, n => MunicipalityRegister.AreNeighbours(m.Number, n.Number))
        );
    }
}
