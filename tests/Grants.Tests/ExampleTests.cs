using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>The service's API document: it is the one in docs/api, and its examples work as they stand.</summary>
public sealed class ExampleTests(GrantsFixture grants) : IClassFixture<GrantsFixture>
{
    private const string Example = "01991f3a-5c00-7000-8000-0000000000f";
    private const string Bergen = "4601";
    private static readonly string[] AlsoChosen = ["1804", "3103", "3301", "3442"];

    [Fact]
    public Task The_document_is_the_committed_one() => DocumentSnapshot.Holds("grants", grants.Anonymous());

    [Fact]
    public async Task Every_example_is_answered_as_documented()
    {
        var imdi = grants.Imdi;
        var policy = grants.As(Organisations.Directorates.Imdi, "grants.policy");
        var examples = await ExampleBook.Open("Grants", grants.Anonymous());

        await examples.Play("openRound", imdi);
        await examples.Play("listRounds", imdi);
        var played = new PlayedRound(grants, (await imdi.Get("rounds").Body())[0]!);
        await examples.Play("sendInterest", grants.Of(InterestBody.Municipality(Bergen)));
        await examples.Play("assessInterest", imdi);
        foreach (var (number, _, _) in Ten.Municipalities.Where(m => m.Number != Bergen))
        {
            await played.Answer(number);
            await played.Assess(number);
        }

        foreach (var (i, number) in AlsoChosen.Index())
        {
            examples.Means($"{Example}{i + 2}", played.Interests[number].ToString());
        }

        played.PassDeadline();
        await examples.Play("rankPortfolios", imdi);
        await examples.Play("decideHosts", imdi);
        await played.Reaches("decided");
        await examples.Play("readRound", imdi);
        await examples.Play("readNotifications", imdi);
        await examples.Play("readClusters", imdi);
        await examples.Play("distribute", imdi);
        await examples.Play("approvePayment", imdi);
        await examples.Play("withdrawAllocation", imdi);
        await examples.Play("readAppropriation", imdi, "allocations"); // Made at once, in any order.
        await examples.Play("revokeCluster", imdi);
        await examples.Play("listGrantsPolicies", imdi);
        await examples.Play("addGrantsPolicy", policy);

        Assert.Empty(examples.NotPlayed);
    }
}
