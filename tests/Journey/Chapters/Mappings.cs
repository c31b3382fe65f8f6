using System.Text.Json;
using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>Adults commit to the programme and register their competence, most of them within two weeks (MAP-2).</summary>
internal sealed class Mappings : IChapter
{
    private const string Mapping = "mapping/v1";
    private const int DaysToMap = 14;

    private static readonly (string Occupation, string Styrk08, string Wish)[] Occupations =
    [
        ("Cook", "5120", "Chef in a hotel"),
        ("Nurse", "2223", "Authorised nurse"),
        ("Farmer", "6130", "Work with animals"),
        ("Electrician", "7411", "Certificate of apprenticeship"),
        ("Teacher", "2341", "Teacher of mathematics"),
        ("Tailor", "7531", "A workshop of my own"),
        ("Driver", "8322", "Bus driver"),
        ("Programmer", "2512", "Developer"),
    ];

    public string Title => "Mapping competence";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        await stage.Day(3, cancellation);
        await stage.Each(
            "commitments",
            stage.Adults,
            (adult, token) =>
                stage.Api.PostOnceKnown(
                    adult.Household.Cluster.Centre,
                    $"programme/v1/residents/{adult.Person.Id}/commitment",
                    new { committedOn = stage.Clock.Today },
                    token
                ),
            cancellation
        );
        stage.Tell($"{Count.Of(stage.Adults.Count, "adult commits", "adults commit")} to the full-time programme.");

        await stage.Day(9, cancellation);
        var late = stage.Adults.Where(a => IsLate(a.Household)).ToArray();
        var inTime = stage.Adults.Except(late).ToArray();
        await stage.Each("mappings", inTime, (adult, token) => Submit(stage, adult, token), cancellation);
        stage.Tell($"{Count.Of(inTime.Length, "mapping")} registered in time.");
        if (late.Length == 0)
        {
            return;
        }

        await stage.Day(DaysToMap + 2, cancellation);
        await AwaitOverdue(stage, late, cancellation);
        stage.Tell($"{Count.Of(late.Length, "mapping is", "mappings are")} overdue, and the centres see it.");
        await stage.Each("late mappings", late, (adult, token) => Submit(stage, adult, token), cancellation);
        stage.Tell("With an interpreter's help, these are registered as well.");
    }

    private static async Task AwaitOverdue(
        Stage stage,
        IReadOnlyCollection<(Household Household, Person Person)> late,
        CancellationToken cancellation
    )
    {
        foreach (var cluster in late.GroupBy(a => a.Household.Cluster))
        {
            var expected = cluster.Select(a => a.Person.Id).ToHashSet();
            await stage.Api.GetUntil(
                cluster.Key.Centre,
                $"{Mapping}/deadlines?state=overdue&limit=500",
                overdue => Residents(overdue).IsSupersetOf(expected),
                cancellation
            );
        }
    }

    private static HashSet<Guid> Residents(JsonElement list) =>
        [.. list.EnumerateArray().Select(d => d.GetProperty("residentId").GetGuid())];

    private static async Task Submit(
        Stage stage,
        (Household Household, Person Person) adult,
        CancellationToken cancellation
    )
    {
        var (occupation, code, wish) = Occupations[
            (adult.Household.Number + adult.Person.Name.Length) % Occupations.Length
        ];
        var late = IsLate(adult.Household);
        await stage.Api.Post(
            adult.Household.Cluster.Centre,
            $"{Mapping}/residents/{adult.Person.Id}/mapping",
            new
            {
                answeredBy = late ? "interpreter" : "resident",
                languages = new[]
                {
                    new { language = adult.Person.Language, level = "native" },
                    new { language = "en", level = adult.Household.Number % 2 == 0 ? "b1" : "a1" },
                },
                education = new[]
                {
                    new
                    {
                        level = adult.Household.Number % 4 == 0 ? "bachelor" : "lowerSecondary",
                        country = "SY",
                        years = 9 + (adult.Household.Number % 4),
                        completed = true,
                        documents = adult.Household.Number % 2 == 0,
                    },
                },
                work = new[]
                {
                    new
                    {
                        occupation,
                        styrk08 = code,
                        country = "SY",
                        years = 1 + (adult.Household.Number % 12),
                    },
                },
                skills = new[] { "Cooking for many" },
                drivingLicences = adult.Household.Number % 2 == 0 ? new[] { "B" } : [],
                digitalSkills = "independent",
                interests = new[] { "Football" },
                wishes = new { education = "Norwegian first", work = wish },
                needs = adult.Household.Members.Count > adult.Household.Adults.Count() ? new[] { "Child care" } : [],
            },
            cancellation
        );
    }

    private static bool IsLate(Household household) => household.Number % 8 == 5;
}
