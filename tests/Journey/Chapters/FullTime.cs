using System.Text.Json;
using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>Plans of 37.5 hours a week, agreed by resident and host municipality, and elements completed (PRO-1 to PRO-6).</summary>
internal sealed class FullTime : IChapter
{
    private const string Programme = "programme/v1";

    public string Title => "The full-time programme";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        await stage.Day(22, cancellation);
        await stage.Each("plans", stage.Adults, (adult, token) => Plan(stage, adult, token), cancellation);
        stage.Tell($"{Count.Of(stage.Adults.Count, "plan")} of 37.5 hours a week agreed by resident and municipality.");

        await stage.Day(50, cancellation);
        var parents = stage.Adults.Where(a => a.Household.Members.Any(m => !m.IsAdult)).ToArray();
        await stage.Each(
            "completed elements",
            parents,
            (adult, token) =>
                stage.Api.Post(
                    adult.Household.Cluster.Centre,
                    $"{Programme}/residents/{adult.Person.Id}/elements",
                    new
                    {
                        element = "parental-guidance",
                        completedOn = stage.Clock.Today,
                        evidence = "Course certificate of the host municipality",
                    },
                    token
                ),
            cancellation
        );
        stage.Tell($"{Count.Of(parents.Length, "parent has", "parents have")} completed parental guidance.");
    }

    private static async Task Plan(
        Stage stage,
        (Household Household, Person Person) adult,
        CancellationToken cancellation
    )
    {
        var resident = $"{Programme}/residents/{adult.Person.Id}";
        // The mapping counts as a part of the plan (PRO-2) once its completion is known here.
        await stage.Api.GetUntil(
            adult.Household.Cluster.Centre,
            $"{resident}/enrolment",
            enrolment => enrolment.GetProperty("mappedOn").ValueKind != JsonValueKind.Null,
            cancellation
        );
        var plans = $"{resident}/plans";
        var plan = await stage.Api.Post(
            adult.Household.Cluster.Centre,
            plans,
            new { participation = "We made it together, with an interpreter.", activities = Week(adult.Household) },
            cancellation
        );
        var agreements = $"{plans}/{plan.GetProperty("version").GetInt32()}/agreements";
        await stage.Api.Post(adult.Household.Cluster.Centre, agreements, new { party = "resident" }, cancellation);
        await stage.Api.Post(
            adult.Household.Cluster.HostMunicipality,
            agreements,
            new { party = "hostMunicipality" },
            cancellation
        );
    }

    // Five days from eight to four with half an hour for lunch: 37.5 hours.
    private static IEnumerable<object> Week(Household household)
    {
        var subject = (household.Number % 3) switch
        {
            0 => "primarySubjects",
            1 => "upperSecondarySubjects",
            _ => "vocational",
        };
        (string Day, string Kind, string Provider, string Title)[] afternoons =
        [
            ("monday", "socialStudies", "municipality", "Norwegian society"),
            ("tuesday", "languagePractice", "business", "Language practice at a workplace"),
            ("wednesday", subject, "municipality", "Subjects towards a certificate"),
            ("thursday", "workOriented", "careerCentre", "Meeting employers"),
            ("friday", "voluntary", "voluntaryOrganisation", "Language café and sports"),
        ];
        foreach (var (day, kind, provider, title) in afternoons)
        {
            yield return Slot("norwegian", "municipality", "Norwegian", day, "08:00:00", "11:00:00");
            yield return Slot(kind, provider, title, day, "11:30:00", "16:00:00");
        }
    }

    private static object Slot(string kind, string provider, string title, string weekday, string from, string to) =>
        new
        {
            kind,
            provider,
            title,
            weekday,
            from,
            to,
        };
}
