using System.Text.Json.Nodes;
using IntegrationPlatform.Fuzz.Tests.Oddities;
using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Fuzz.Tests;

/// <summary>A service behind the gateway, the calls that it gets, and what must hold of every answer.</summary>
internal sealed class FuzzedService(Uri gateway, Uri service, Holdings holdings, IReadOnlySet<string> problems)
{
    private const int Again = 3;

    // IMDi, UDI, HK-dir, NAV, and somebody who has no part in anything.
    private static readonly string[] Others = ["987879696", "974760746", "974788985", "889640782", "310606014"];
    private static readonly string[] OfTheCase =
    [
        ExampleCase.Centre,
        ExampleCase.HostMunicipality,
        ExampleCase.CareerCentre,
        ExampleCase.NavOffice,
        ExampleCase.SettlementMunicipality,
    ];

    // Leaves out those that stand for a thing of another kind (see Id).
    private static readonly int[] Things = [1, 2, 3, 4, 6, 7, 8, 9];

    private readonly Dictionary<string, List<(string Who, Dictionary<string, string> Ids)>> _letIn = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly List<string> _faults = [];
    private IReadOnlyDictionary<string, string> _sums = new Dictionary<string, string>(StringComparer.Ordinal);
    private IReadOnlyList<string> _organisations = [];
    private ILookup<string, string> _ids = Array.Empty<string>().ToLookup(_ => "");

    /// <summary>How often each status came.</summary>
    public SortedDictionary<int, int> Statuses { get; } = [];

    /// <summary>Operations that somebody was let into: neither 401, 403 nor 404 answered them.</summary>
    public IEnumerable<string> LetIn => _letIn.Keys;

    /// <summary>Sends calls of an operation.</summary>
    /// <returns>What should not have been.</returns>
    public async Task<IReadOnlyList<string>> SendAsync(Operation operation, IReadOnlyList<Draw> draws)
    {
        await ReadAsync();
        foreach (var draw in draws)
        {
            await SendAsync(operation, draw);
        }

        return [.. _faults];
    }

    /// <summary>Calls an operation plainly, as everybody and of everything there is, until somebody is let in.</summary>
    /// <returns>What should not have been.</returns>
    public async Task<IReadOnlyList<string>> KnockAsync(Operation operation)
    {
        await ReadAsync();
        foreach (
            var (who, id) in Enumerable.Range(0, _organisations.Count).SelectMany(_ => Things, (who, id) => (who, id))
        )
        {
            if (!_letIn.ContainsKey(operation.Id))
            {
                await SendAsync(operation, new Draw(who, Scopes: 2, [id], Inside: false, AroundTheGateway: false, []));
            }
        }

        return [.. _faults];
    }

    private async Task ReadAsync()
    {
        _organisations =
        [
            .. OfTheCase,
            .. Others,
            .. (await holdings.OrganisationsAsync()).Except([.. OfTheCase, .. Others]),
        ];
        _ids = await holdings.IdsAsync();
        _sums = await holdings.AtRestAsync();
        _faults.Clear();
    }

    private async Task SendAsync(Operation operation, Draw draw)
    {
        var call = Make(operation, draw, out var who);
        var before = new Dictionary<string, string>(call.Ids, StringComparer.Ordinal);
        foreach (var oddity in draw.Oddities)
        {
            call.Oddities.Add(oddity.Name);
            oddity.Apply(call);
        }

        var address = draw.AroundTheGateway ? service : gateway;
        var answer = await AskAsync(call, address);
        Statuses[answer.Status] = Statuses.GetValueOrDefault(answer.Status) + 1;
        if (answer.Status is not (0 or 401 or 403 or 404 or 405) && call.Paths.Count == 0)
        {
            if (!_letIn.TryGetValue(operation.Id, out var ways))
            {
                _letIn[operation.Id] = ways = [];
            }

            ways.Add((who, before));
        }

        if (Wrong(call, answer) is { } wrong)
        {
            Note(wrong, call, answer, address);
        }

        if (answer.Status is >= 200 and < 300 && !operation.Reads)
        {
            _sums = await holdings.AtRestAsync();
        }
        else
        {
            await HoldsStillAsync(call, answer, address);
        }
    }

    private static Task<Answer> AskAsync(Call call, Uri address) =>
        Answer.ToAsync(call.Bytes(), address, hasBody: call.Method != "HEAD");

    private Call Make(Operation operation, Draw draw, out string who)
    {
        var call = new Call(operation);
        if (draw.Inside && _letIn.TryGetValue(operation.Id, out var ways))
        {
            (who, var ids) = ways[draw.Who % ways.Count];
            foreach (var (name, id) in ids)
            {
                call.Ids[name] = id;
            }
        }
        else
        {
            who = _organisations[draw.Who % _organisations.Count];
            foreach (var (i, parameter) in operation.Parameters.Where(p => p.In == "path").Index())
            {
                call.Ids[parameter.Name] = Id(operation, parameter, draw.Ids[i % draw.Ids.Count]);
            }
        }

        call.Headers.Add(("Authorization", $"Bearer {Token(who, operation, draw.Scopes)}"));
        if (operation.Parameters.Any(p => p.Name == "Idempotency-Key") && draw.Ids[0] % 2 == 0)
        {
            call.Headers.Add(("Idempotency-Key", Guid.NewGuid().ToString()));
        }

        foreach (var parameter in operation.Parameters.Where(p => p is { In: "query", Example: not null }))
        {
            call.Query.Add($"{parameter.Name}={Uri.EscapeDataString(parameter.Example!)}");
        }

        return call;
    }

    // A thing that the path's segment before the id names, or any; the example where there is no such thing.
    private string Id(Operation operation, Parameter parameter, int draw)
    {
        var segments = operation.Path.Split('/');
        var place = Array.FindIndex(segments, segment => segment == $"{{{parameter.Name}}}");
        var things = _ids[segments[place - 1]].ToList();
        if (!Guid.TryParse(parameter.Example, out _) && parameter.Example is { } example)
        {
            return draw % 4 == 0 ? "2" : example;
        }

        if (things.Count == 0 || draw % 5 == 0)
        {
            things = [.. _ids[""]];
        }

        return things.Count == 0 ? parameter.Example ?? "1" : things[draw % things.Count];
    }

    private string Token(string who, Operation operation, int scopes)
    {
        var scope = scopes switch
        {
            0 => "nothing.read",
            1 => $"{operation.Service}.read",
            _ => operation.Scope,
        };
        var key = $"{who} {scope}";
        return _tokens.TryGetValue(key, out var token) ? token : _tokens[key] = TestTokens.For(who, scope);
    }

    private string? Wrong(Call call, Answer answer)
    {
        switch (answer.Status)
        {
            case 0:
                return call.IsNotHttp ? null : "There was no answer.";
            case >= 200 and < 300:
            case 304:
                return null;
            case >= 400 and < 500:
                break;
            default:
                return "The answer is neither a success nor a refusal.";
        }

        if (call.Method == "HEAD" || (call.IsNotHttp && answer.Body.Length == 0))
        {
            return null;
        }

        if (answer.MediaType != "application/problem+json")
        {
            return $"The refusal is {answer.MediaType ?? "nothing"}.";
        }

        var problem = JsonNode.Parse(answer.Body)!;
        return (int?)problem["status"] != answer.Status ? "The problem has another status."
            : !problems.Contains((string?)problem["type"] ?? "") ? "The problem's type is not in the document."
            : answer.Body.Contains(OddTexts.Canary, StringComparison.Ordinal) ? "The refusal repeats what was sent."
            : null;
    }

    // What came late of an accepted request is no fault of this one; what this one does, it does again.
    private async Task HoldsStillAsync(Call call, Answer answer, Uri address)
    {
        var sums = await holdings.SumsAsync();
        if (Holdings.Differences(_sums, sums).Count == 0)
        {
            return;
        }

        IReadOnlyList<string> changed = [];
        for (var time = 1; time <= Again; time++)
        {
            var before = await holdings.AtRestAsync(calm: true);
            var again = await AskAsync(call, address);
            _sums = await holdings.AtRestAsync(calm: true);
            changed = Holdings.Differences(before, _sums);
            if (changed.Count == 0 || again.Status != answer.Status)
            {
                return;
            }
        }

        Note($"It was not accepted, and changed {string.Join(", ", changed)}.", call, answer, address);
    }

    private void Note(string wrong, Call call, Answer answer, Uri address) =>
        _faults.Add(
            $"""
            {wrong} {(address == service ? "(the service itself)" : "")}
            {call}
              answer: {answer.Status} {(answer.Body.Length <= 1_500 ? answer.Body : answer.Body[..1_500])}
            """
        );
}
