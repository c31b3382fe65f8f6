using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>Transfer conversation, the move, and the introduction programme within two to four weeks (SET-6, SET-7).</summary>
internal sealed class Settling : IChapter
{
    private const string Settlement = "settlement/v1";

    public string Title => "Settling";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        await stage.Day(66, cancellation);
        await stage.Each(
            "conversations",
            Members(stage),
            (member, token) =>
                stage.Api.Post(
                    member.Household.Cluster.Centre,
                    $"{Settlement}/residents/{member.Person.Id}/conversation",
                    new { heldOn = stage.Clock.Today, summary = "Went through competence, programme and goals." },
                    token
                ),
            cancellation
        );
        stage.Tell("The transfer conversations are held.");

        await stage.Day(75, cancellation);
        await stage.Each(
            "settled",
            Members(stage),
            (member, token) =>
                stage.Api.Post(
                    Partner.Municipality(member.Household.Municipality),
                    $"{Settlement}/residents/{member.Person.Id}/settlement",
                    new { settledOn = stage.Clock.Today },
                    token
                ),
            cancellation
        );
        var places = stage.Households.Select(h => h.Municipality).Distinct(StringComparer.Ordinal).Count();
        stage.Tell(
            $"{Count.Of(stage.Residents, "person has", "people have")} moved to {Count.Of(places, "municipality", "municipalities")}."
        );

        await stage.Day(75 + 21, cancellation);
        var inTime = 0;
        await stage.Each(
            "programme starts",
            stage.Adults,
            async (adult, token) =>
            {
                var started = await stage.Api.Post(
                    Partner.Municipality(adult.Household.Municipality),
                    $"{Settlement}/residents/{adult.Person.Id}/programme-start",
                    new { startedOn = stage.Clock.Today },
                    token
                );
                if (started.GetProperty("start").GetString() == "inTime")
                {
                    Interlocked.Increment(ref inTime);
                }
            },
            cancellation
        );
        stage.Tell(
            $"{inTime} of {Count.Of(stage.Adults.Count, "adult")} start the introduction programme within two to four weeks."
        );
    }

    private static (Household Household, Person Person)[] Members(Stage stage) =>
        [.. stage.Households.SelectMany(h => h.Members.Select(m => (h, m)))];
}
