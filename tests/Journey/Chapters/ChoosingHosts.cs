using System.Text.Json;
using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Journey.Chapters;

/// <summary>
/// IMDi invites ten municipalities and chooses five with the other directorates (GRA-1 to GRA-3). Where five clusters
/// stand already, the journey goes on with them.
/// </summary>
internal sealed class ChoosingHosts : IChapter
{
    private const string Grants = "grants/v1";
    private static readonly DateOnly Decision = new(2016, 8, 29);

    public string Title => "Choosing the hosts";

    public async Task Play(Stage stage, CancellationToken cancellation)
    {
        stage.Clusters = await Chosen(stage, cancellation);
        if (stage.Clusters.Count > 0)
        {
            stage.Tell($"{Names(stage.Clusters.Select(c => c.Name))} are hosts already.");
            return;
        }

        var round = await Invite(stage, cancellation);
        var interests = await Answer(stage, round, cancellation);
        await stage.Clock.MoveTo(new DateOnly(2016, 8, 24), cancellation);
        await Assess(stage, round, interests, cancellation);
        await stage.Clock.MoveTo(Decision, cancellation);
        await Decide(stage, round, cancellation);
        stage.Clusters = await Chosen(stage, cancellation);
    }

    private static async Task<IReadOnlyList<Cluster>> Chosen(Stage stage, CancellationToken cancellation)
    {
        var clusters = await stage.Api.Get(Partner.Imdi, $"{Grants}/clusters", cancellation);
        return
        [
            .. clusters
                .EnumerateArray()
                .Where(c => c.GetProperty("revokedOn").ValueKind == JsonValueKind.Null)
                .Select(c => new Cluster(
                    c.GetProperty("clusterId").GetGuid(),
                    c.GetProperty("municipality").GetString()!,
                    c.GetProperty("places").GetInt32()
                )),
        ];
    }

    private static async Task<Guid> Invite(Stage stage, CancellationToken cancellation)
    {
        var round = await stage.Api.Post(
            Partner.Imdi,
            $"{Grants}/rounds",
            new
            {
                name = "Integreringsmottak 2016",
                invited = Candidate.All.Select(c => new
                {
                    municipality = c.Number,
                    organisation = SyntheticOrganisations.Municipality(c.Number),
                }),
            },
            cancellation
        );
        stage.Tell($"IMDi invites {Names(Candidate.All.Select(c => c.Name))}.");
        return round.GetProperty("id").GetGuid();
    }

    private static async Task<Dictionary<string, Guid>> Answer(Stage stage, Guid round, CancellationToken cancellation)
    {
        var interests = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (i, candidate) in Candidate.All.Index())
        {
            await stage.Clock.MoveTo(new DateOnly(2016, 8, 10 + i), cancellation);
            var sent = await stage.Api.Post(
                Partner.Municipality(candidate.Number),
                $"{Grants}/rounds/{round}/interests",
                Interest(candidate, stage),
                cancellation
            );
            interests[candidate.Number] = sent.GetProperty("id").GetGuid();
            var part = candidate.WholeCentre ? "the whole of" : "a department of";
            var reservation = candidate.Reservation ? ", if the council agrees" : "";
            stage.Tell(
                $"{candidate.Name} offers {part} {candidate.Centre} ({candidate.Operator}, {Places(candidate, stage)} places){reservation}."
            );
        }

        return interests;
    }

    // A journey with many residents needs larger centres.
    private static int Places(Candidate candidate, Stage stage) =>
        candidate.Places * Math.Max(1, (int)Math.Ceiling(stage.Residents / 400.0));

    private static object Interest(Candidate candidate, Stage stage)
    {
        var centre = SyntheticOrganisations.Centre(candidate.Number);
        var careerCentre = SyntheticOrganisations.CareerCentre(candidate.County);
        var municipality = SyntheticOrganisations.Municipality(candidate.Number);
        var places = Places(candidate, stage);
        var county = MunicipalityRegister.Find(candidate.Number)!.County;
        return new
        {
            municipality = candidate.Number,
            centre = new
            {
                organisation = centre,
                name = candidate.Centre,
                @operator = candidate.Operator,
                wholeCentre = candidate.WholeCentre,
                places,
                residents = places * 4 / 5,
            },
            careerCentre = new
            {
                organisation = careerCentre,
                establishment = $"Founded by {county} in 2012, a partnership with NAV.",
                location = $"Ten minutes' walk from {candidate.Centre}.",
                staffing = $"{Math.Max(4, places / 20)} counsellors.",
                competence = "Career guidance at master's level; two speak Arabic, one Tigrinya.",
                offers = "Individual and group guidance, tests of interest, recognition of education.",
                experience = "Newly arrived participants of the introduction programme since 2013.",
                capacity = places,
            },
            navOffice = SyntheticOrganisations.NavOffice(candidate.Number),
            ambition = candidate.Ambition,
            readyToSettle = true,
            politicalReservation = candidate.Reservation,
            letterOfIntent = new
            {
                signatures = new[] { municipality, centre, careerCentre }.Select(organisation => new
                {
                    organisation,
                    signedOn = stage.Clock.Today,
                }),
            },
        };
    }

    private static async Task Assess(
        Stage stage,
        Guid round,
        Dictionary<string, Guid> interests,
        CancellationToken cancellation
    )
    {
        await stage.Each(
            "assessments",
            Candidate.All,
            (candidate, token) =>
                stage.Api.Post(
                    Partner.Imdi,
                    $"{Grants}/rounds/{round}/interests/{interests[candidate.Number]}/assessment",
                    new
                    {
                        ability = candidate.Ability,
                        effort = candidate.Effort,
                        innovation = candidate.Innovation,
                        grounds = candidate.Ambition,
                    },
                    token
                ),
            cancellation
        );
        stage.Tell("IMDi has judged ability, effort and innovation of all ten.");
    }

    private static async Task Decide(Stage stage, Guid round, CancellationToken cancellation)
    {
        var ranked = await stage.Api.Get(Partner.Imdi, $"{Grants}/rounds/{round}/portfolios", cancellation);
        var portfolios = ranked.GetProperty("portfolios");
        var best = portfolios[0];
        var names = Names(best.GetProperty("names").EnumerateArray().Select(n => n.GetString()!));
        stage.Tell($"Of {portfolios.GetArrayLength()} portfolios the best is {names}.");
        foreach (var reason in best.GetProperty("reasons").EnumerateArray())
        {
            stage.Tell($"  {reason.GetProperty("text").GetString()}");
        }

        await stage.Api.Post(
            Partner.Imdi,
            $"{Grants}/rounds/{round}/decision",
            new
            {
                interestIds = best.GetProperty("interestIds"),
                consulted = new[] { "hkdir", "udi", "avdir" },
                grounds = "The best portfolio by assessment and variation.",
            },
            cancellation
        );
        stage.Tell("IMDi, with HK-dir, UDI and AVdir, decides on these five.");
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
