using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Partners;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>IMDi asks municipalities for yearly numbers, and the centres recommend where each household settles (SET-1, SET-2).</summary>
internal sealed class Recommending : IChapter
{
    private const string Settlement = "settlement/v1";
    private const int Least = 40;
    private const int Journeys = 5;

    public string Title => "Recommending where to settle";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        await stage.Day(54, cancellation);
        await AskForYearlyNumbers(stage, cancellation);
        await stage.Each("recommendations", stage.Households, (h, token) => Recommend(stage, h, token), cancellation);
        var elsewhere = stage.Households.Count(h => Destination.First(h).Municipality != h.Cluster.Host);
        stage.Tell(
            $"The centres recommend the host municipality for {stage.Households.Count - elsewhere} households, and another for {elsewhere}: work or education waits there."
        );
    }

    /// <summary>Recommends the household's first choice, once the settlement service knows all of its members.</summary>
    private static async Task Recommend(Stage stage, Household household, CancellationToken cancellation)
    {
        foreach (var member in household.Members)
        {
            await stage.Api.GetUntil(
                household.Cluster.Centre,
                $"{Settlement}/residents/{member.Id}/handoff",
                _ => true,
                cancellation
            );
        }

        await Recommend(stage, household, Destination.First(household), cancellation);
    }

    /// <summary>Recommends a destination.</summary>
    public static async Task Recommend(
        Stage stage,
        Household household,
        Destination destination,
        CancellationToken cancellation
    )
    {
        await stage.Api.Post(
            household.Cluster.Centre,
            $"{Settlement}/households/{household.Id}/recommendation",
            new
            {
                municipality = destination.Municipality,
                municipalityType = destination.Type,
                grounds = destination.Grounds,
            },
            cancellation
        );
        household.Municipality = destination.Municipality;
    }

    /// <summary>Asks those that were not asked this year, for more than this journey needs: others will follow.</summary>
    private static async Task AskForYearlyNumbers(Stage stage, CancellationToken cancellation)
    {
        var year = stage.Clock.Today.Year;
        var asked = await stage.Api.Get(
            Partner.Imdi,
            $"{Settlement}/yearly-requests?year={year}&limit=500",
            cancellation
        );
        var known = asked.EnumerateArray().Select(a => a.GetProperty("municipality").GetString()).ToHashSet();
        var persons = stage
            .Households.SelectMany(h => new[] { Destination.First(h), Destination.Second(h) }.Select(d => (h, d)))
            .GroupBy(c => c.d.Municipality, c => c.h.Members.Count, StringComparer.Ordinal)
            .Where(g => !known.Contains(g.Key))
            .ToDictionary(g => g.Key, g => Math.Max(Least, g.Sum() * Journeys), StringComparer.Ordinal);
        if (persons.Count == 0)
        {
            return;
        }

        await stage.Each(
            "yearly requests",
            persons,
            (request, token) =>
                stage.Api.Post(
                    Partner.Imdi,
                    $"{Settlement}/yearly-requests",
                    new
                    {
                        municipality = request.Key,
                        organisation = SyntheticOrganisations.Municipality(request.Key),
                        year,
                        persons = request.Value,
                    },
                    token
                ),
            cancellation
        );
        stage.Tell($"IMDi asks {persons.Count} municipalities to settle {persons.Values.Sum()} people in {year}.");
    }
}
