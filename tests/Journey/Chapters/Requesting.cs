using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>
/// IMDi asks a municipality for each household; some refuse, and another is asked. On acceptance each member's transfer
/// goes to IMDinett (SET-3, SET-4).
/// </summary>
internal sealed class Requesting : IChapter
{
    private const string Settlement = "settlement/v1";

    public string Title => "Asking municipalities";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        await stage.Day(57, cancellation);
        var refused = stage.Households.Where(Destination.IsRefusedFirst).ToArray();
        await stage.Each(
            "first answers",
            stage.Households,
            async (household, token) =>
            {
                var request = await Ask(stage, household, token);
                await (
                    Destination.IsRefusedFirst(household)
                        ? Refuse(stage, household, request, token)
                        : Accept(stage, household, request, token)
                );
            },
            cancellation
        );
        stage.Tell(
            $"{Count.Of(stage.Households.Count - refused.Length, "household")} accepted, {refused.Length} refused."
        );

        await stage.Day(61, cancellation);
        await stage.Each(
            "second answers",
            refused,
            async (household, token) =>
            {
                await Recommending.Recommend(stage, household, Destination.Second(household), token);
                await Accept(stage, household, await Ask(stage, household, token), token);
            },
            cancellation
        );
        foreach (var household in refused.Take(3))
        {
            var (first, second) = (Destination.First(household), Destination.Second(household));
            stage.Tell($"{first.Name} had no housing for {household.Called}; {second.Name} says yes.");
        }

        await stage.Each(
            "transfers acknowledged",
            stage.Households,
            (household, token) => AwaitTransfer(stage, household, token),
            cancellation
        );
        stage.Transferred = stage.Residents;
        stage.Tell($"IMDinett has acknowledged {stage.Transferred} transfers, children's included.");
    }

    private static async Task<Guid> Ask(Stage stage, Household household, CancellationToken cancellation)
    {
        var asked = await stage.Api.PostOnceKnown(
            Partner.Imdi,
            $"{Settlement}/households/{household.Id}/requests",
            new { municipality = household.Municipality },
            cancellation
        );
        var request = asked.GetProperty("id").GetGuid();
        await stage.Api.Get(
            Partner.Municipality(household.Municipality),
            $"{Settlement}/requests/{request}",
            cancellation
        );
        return request;
    }

    private static async Task Accept(Stage stage, Household household, Guid request, CancellationToken cancellation)
    {
        var accepted = await stage.Api.Post(
            Partner.Municipality(household.Municipality),
            $"{Settlement}/requests/{request}/acceptance",
            null,
            cancellation
        );
        if (accepted.GetProperty("residents").GetArrayLength() != household.Members.Count)
        {
            throw new InvalidOperationException($"{household.Called} were not accepted together.");
        }
    }

    private static async Task Refuse(Stage stage, Household household, Guid request, CancellationToken cancellation) =>
        await stage.Api.Post(
            Partner.Municipality(household.Municipality),
            $"{Settlement}/requests/{request}/refusal",
            new { reason = "housing" },
            cancellation
        );

    private static async Task AwaitTransfer(Stage stage, Household household, CancellationToken cancellation)
    {
        foreach (var member in household.Members)
        {
            await stage.Api.GetUntil(
                Partner.Municipality(household.Municipality),
                $"{Settlement}/residents/{member.Id}/handoff",
                handoff => handoff.GetProperty("state").GetString() == "transferred",
                cancellation
            );
        }
    }
}
