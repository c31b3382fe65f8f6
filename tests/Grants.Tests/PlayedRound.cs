using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>A round as its partners play it through the API.</summary>
internal sealed class PlayedRound(GrantsFixture grants, JsonNode round)
{
    private readonly Dictionary<string, Guid> _interests = new(StringComparer.Ordinal);

    public Guid Id { get; } = (Guid)round["id"]!;

    public DateOnly InterestBy { get; } = Day(round["interestBy"]);

    public DateOnly DecideBy { get; } = Day(round["decideBy"]);

    public IReadOnlyDictionary<string, Guid> Interests => _interests;

    /// <summary>IMDi opens a round for the ten.</summary>
    public static async Task<PlayedRound> Open(GrantsFixture grants) =>
        new(grants, await grants.Imdi.Post("rounds", Invitation()).Body());

    /// <summary>All ten answer, IMDi assesses all of them and the deadline passes.</summary>
    public static async Task<PlayedRound> ReadyToDecide(GrantsFixture grants)
    {
        var played = await Open(grants);
        foreach (var (number, _, _) in Ten.Municipalities)
        {
            await played.Answer(number);
            await played.Assess(number);
        }

        played.PassDeadline();
        return played;
    }

    public static JsonObject Invitation() =>
        new()
        {
            ["name"] = "Integreringsmottak 2016",
            ["invited"] = new JsonArray([
                .. Ten.Municipalities.Select(m => new JsonObject
                {
                    ["municipality"] = m.Number,
                    ["organisation"] = m.Organisation,
                }),
            ]),
        };

    /// <summary>A complete interest, signed today.</summary>
    public JsonObject Interest(string number) => InterestBody.Of(number, grants.Clock.Today());

    /// <summary>A municipality sends its interest.</summary>
    public Task<HttpResponseMessage> Send(string number, JsonObject? interest = null, string? organisation = null) =>
        grants
            .Of(organisation ?? InterestBody.Municipality(number))
            .Post($"rounds/{Id}/interests", interest ?? Interest(number));

    /// <summary>A municipality's interest is taken in.</summary>
    public async Task Answer(string number) => _interests[number] = (Guid)(await Send(number).Body())["id"]!;

    /// <summary>IMDi assesses a municipality's interest.</summary>
    public Task<JsonNode> Assess(string number) =>
        grants.Imdi.Post($"rounds/{Id}/interests/{_interests[number]}/assessment", InterestBody.Marks(number)).Body();

    public void PassDeadline() => grants.Clock.MoveTo(InterestBy.AddDays(1));

    /// <summary>IMDi decides.</summary>
    /// <param name="interests">The chosen interests; the five first when not given.</param>
    /// <param name="consulted">The directorates that were heard; all three when not given.</param>
    public Task<HttpResponseMessage> Decide(IEnumerable<Guid>? interests = null, string[]? consulted = null) =>
        grants.Imdi.Post(
            $"rounds/{Id}/decision",
            new JsonObject
            {
                ["interestIds"] = new JsonArray([.. (interests ?? _interests.Values.Take(5)).Select(i => (JsonNode)i)]),
                ["consulted"] = new JsonArray([.. (consulted ?? ["hkdir", "udi", "avdir"]).Select(c => (JsonNode)c)]),
                ["grounds"] = "Assessment and variation.",
            }
        );

    /// <summary>Waits until the round is in a state.</summary>
    public Task Reaches(string state) =>
        Eventually.Holds(
            $"the round is {state}",
            async () => (string?)(await grants.Imdi.Get($"rounds/{Id}").Body())["round"]!["state"] == state
        );

    private static DateOnly Day(JsonNode? day) => DateOnly.Parse((string)day!, CultureInfo.InvariantCulture);
}
