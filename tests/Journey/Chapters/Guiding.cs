using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>The career centres guide those who are mapped, and sign a note for each (GUI-1 to GUI-3).</summary>
internal sealed class Guiding : IChapter
{
    private const string Guidance = "guidance/v1";

    public string Title => "Guiding";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        await stage.Day(20, cancellation);
        await stage.Each("guidance", stage.Adults, (adult, token) => Guide(stage, adult, token), cancellation);
        stage.Tell($"The career centres have met {Count.Of(stage.Adults.Count, "adult")} and signed a note for each.");
    }

    private static async Task Guide(
        Stage stage,
        (Household Household, Person Person) adult,
        CancellationToken cancellation
    )
    {
        var careerCentre = adult.Household.Cluster.CareerCentre;
        var resident = $"{Guidance}/residents/{adult.Person.Id}";
        var goals = new[] { "Pass the Norwegian test at B1", "Work in my own trade within two years" };
        await stage.Api.PostOnceKnown(
            careerCentre,
            $"{resident}/sessions",
            new
            {
                heldOn = stage.Clock.Today,
                form = adult.Household.Number % 4 == 0 ? "group" : "individual",
                interpreter = adult.Household.Number % 2 == 1,
                goals,
            },
            cancellation
        );
        var note = await stage.Api.Post(
            careerCentre,
            $"{resident}/notes",
            new
            {
                text = "Knows the trade well, learns quickly, and should meet employers early.",
                language = adult.Person.Language,
                goals,
            },
            cancellation
        );
        var version = note.GetProperty("version").GetInt32();
        await stage.Api.Post(careerCentre, $"{resident}/notes/{version}/signature", null, cancellation);
    }
}
