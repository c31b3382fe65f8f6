using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>The centres register who moves in (MAP-1); UDI decides the permits that were only likely.</summary>
internal sealed class Arriving : IChapter
{
    private const string Mapping = "mapping/v1";
    private static readonly DateOnly Opening = new(2016, 10, 3);

    public string Title => "Arriving";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        await stage.Clock.MoveTo(Opening, cancellation);
        stage.FirstArrival = stage.Clock.Today;
        stage.Households = Population.Make(stage.Residents, stage.FirstArrival.DayNumber, stage.FirstArrival);
        Place(stage);
        await stage.Each("households arrived", stage.Households, (h, token) => Register(stage, h, token), cancellation);
        foreach (var cluster in stage.Clusters)
        {
            var here = stage.Households.Where(h => h.Cluster == cluster).ToArray();
            stage.Tell(
                $"{cluster.Name}: {Count.Of(here.Length, "household")} of {Count.Of(here.Sum(h => h.Members.Count), "person", "people")} move in, {Count.Of(here.Sum(h => h.Members.Count(m => !m.IsAdult)), "child", "children")} among them."
            );
        }

        await DecidePermits(stage, cancellation);
    }

    // Each household goes where the smallest share of the places is taken.
    private static void Place(Stage stage)
    {
        var taken = stage.Clusters.ToDictionary(c => c, _ => 0);
        foreach (var household in stage.Households)
        {
            household.Cluster = stage.Clusters.MinBy(c => (double)taken[c] / c.Places)!;
            taken[household.Cluster] += household.Members.Count;
        }

        if (taken.Any(t => t.Value > t.Key.Places))
        {
            throw new InvalidOperationException(
                $"{stage.Residents} residents do not fit into the {stage.Clusters.Sum(c => c.Places)} places of the clusters."
            );
        }
    }

    private static async Task Register(Stage stage, Household household, CancellationToken cancellation)
    {
        foreach (var person in household.Members)
        {
            var registered = await stage.Api.PostOnceKnown(
                household.Cluster.Centre,
                $"{Mapping}/residents",
                new
                {
                    clusterId = household.Cluster.Id,
                    duf = person.Duf,
                    name = person.Name,
                    birthDate = person.BirthDate,
                    arrivedOn = stage.FirstArrival,
                    householdId = household.Id == Guid.Empty ? (Guid?)null : household.Id,
                    languages = new[] { person.Language },
                    permit = HasPermit(household) ? "granted" : "likely",
                },
                cancellation
            );
            person.Id = registered.GetProperty("id").GetGuid();
            household.Id = registered.GetProperty("householdId").GetGuid();
        }
    }

    private static async Task DecidePermits(Stage stage, CancellationToken cancellation)
    {
        var waiting = stage.Households.Where(h => !HasPermit(h)).SelectMany(h => h.Members).ToArray();
        await stage.Each(
            "permits",
            waiting,
            (person, token) =>
                stage.Api.Post(
                    Partner.Udi,
                    $"{Mapping}/residents/{person.Id}/permit",
                    new { permit = "granted", decidedOn = stage.Clock.Today },
                    token
                ),
            cancellation
        );
        stage.Tell($"UDI grants {Count.Of(waiting.Length, "permit")} that had been likely; the others came with one.");
    }

    private static bool HasPermit(Household household) => household.Number % 3 != 0;
}
