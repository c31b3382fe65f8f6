using System.Text;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>IMDi asks a municipality for a household (SET-3).</summary>
[Collection(SettlementCollection.Name)]
public sealed class RequestingTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    [Fact]
    public async Task A_request_waits_for_a_recommendation()
    {
        await _story.Arrived();
        await _story.AskTown(_story.Town).Json();

        await _story.Request().Refused(409, "recommendation-missing");
    }

    [Fact]
    public async Task A_request_waits_for_everybodys_permit()
    {
        await _story.Recommended(AgeGroup.Adult);
        var child = await _story.Arrives(AgeGroup.UnderFour, PermitStatus.Likely);
        await _story.Known(2);

        await _story.Request().Refused(409, "permit-missing");

        await service.Publish(new PermitDecided(child, PermitStatus.Granted, _story.Today));
        await Eventually.Holds("the request is made", async () => (int)(await _story.Request()).StatusCode == 201);
    }

    [Fact]
    public async Task Only_one_request_is_open_at_a_time()
    {
        await _story.Requested();

        await _story.Request().Refused(409, "request-already-open");
    }

    [Fact]
    public async Task A_household_that_was_refused_is_asked_for_elsewhere()
    {
        var request = await _story.Requested();
        var elsewhere = service.NewPlace();
        await _story.AskTown(elsewhere).Json();
        await _story.Municipality.Post($"requests/{request}/refusal", new { reason = "housing" }).Json();
        Assert.Equal("refused", await _story.State(_story.Residents[0]));

        await _story.Request(elsewhere).Json();

        Assert.Equal("requested", await _story.State(_story.Residents[0]));
    }

    [Fact]
    public async Task A_municipality_without_a_yearly_number_is_not_asked()
    {
        await _story.Recommended();

        await _story.Request(service.NewPlace()).Refused(409, "municipality-not-asked");
    }

    [Fact]
    public async Task A_household_that_does_not_fit_into_the_yearly_number_is_not_asked_for()
    {
        var family = new Story(service) { Persons = 2 };
        await family.Recommended(AgeGroup.Adult, AgeGroup.Adult, AgeGroup.UnderFour);

        await family.Request().Refused(409, "yearly-number-reached");
    }

    [Fact]
    public async Task An_accepted_household_is_not_asked_for_again()
    {
        await _story.Accepted();

        await _story.Request().Refused(409, "household-already-accepted");
    }

    [Fact]
    public async Task Who_joins_an_accepted_household_later_is_asked_for_alone()
    {
        await _story.Transferred(AgeGroup.Adult, AgeGroup.FourToSeventeen);
        var born = await _story.Arrives(AgeGroup.UnderFour, PermitStatus.Granted);
        await _story.Known(3);

        var request = await _story.Request().Json();
        Assert.Equal(1, request.GetProperty("persons").GetInt32());
        await _story.Accept(request.GetProperty("id").GetGuid()).Json();

        await _story.Reaches(born, "transferred");
        Assert.Single(await service.Receiver.TransfersAsync(), _story.Residents[0]);
    }

    [Fact]
    public async Task A_household_that_does_not_exist_is_not_found() =>
        await _story.Request().Refused(404, "unknown-household");

    [Fact]
    public async Task The_other_services_hear_of_a_request_without_identity()
    {
        var heard = await service.Listen<SettlementRequested>();

        var id = await _story.Requested();

        var requested = await heard.First(r => r.RequestId == id);
        Assert.Equal(_story.Today.AddDays(14), requested.AnswerBy);
    }

    [Fact]
    public async Task Malformed_JSON_is_refused_and_changes_nothing()
    {
        await _story.Recommended();
        using var broken = new StringContent("""{"municipality": """, Encoding.UTF8, "application/json");

        using var answer = await _story.Imdi.PostAsync(
            new Uri($"households/{_story.Household}/requests", UriKind.Relative),
            broken
        );

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("recommended", await _story.State(_story.Residents[0]));
    }

    [Fact]
    public async Task A_member_that_nobody_knows_is_refused()
    {
        await _story.Recommended();

        var refused = await _story.Imdi.Post(
            $"households/{_story.Household}/requests",
            new { municipality = _story.Town.Number, because = "x" }
        );

        Assert.Equal(400, (int)refused.StatusCode);
    }
}
