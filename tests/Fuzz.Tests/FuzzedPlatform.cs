using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Gateway.Tests;
using IntegrationPlatform.Grants.Tests;
using IntegrationPlatform.Guidance.Tests;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Programme.Tests;
using IntegrationPlatform.Settlement.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IntegrationPlatform.Fuzz.Tests;

/// <summary>
/// All services on real servers, each as its own tests run it, and the gateway in front of them. Their documents' examples
/// have been played: one of everything is there.
/// </summary>
public sealed class FuzzedPlatform : IAsyncLifetime
{
    private readonly MappingFixture _mapping = new() { Listens = true };
    private readonly GuidanceFixture _guidance = new() { Listens = true };
    private readonly ProgrammeFixture _programme = new() { Listens = true };
    private readonly GrantsFixture _grants = new() { Listens = true };
    private readonly SettlementFixture _settlement = new() { Listens = true };
    private readonly Dictionary<string, FuzzedService> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Holdings> _holdings = new(StringComparer.Ordinal);
    private RunningGateway _gateway = null!;

    /// <summary>Every operation of the platform, as the gateway's document has it.</summary>
    internal IReadOnlyList<Operation> Operations { get; private set; } = [];

    internal FuzzedService Of(string service) => _services[service];

    internal Holdings HoldingsOf(string service) => _holdings[service];

    internal HttpClient As(string organisation, string scope) => _gateway.As(organisation, scope);

    public async Task InitializeAsync()
    {
        IAsyncLifetime[] all = [_mapping, _guidance, _programme, _grants, _settlement];
        await Task.WhenAll(all.Select(fixture => fixture.InitializeAsync()));
        await Task.WhenAll(
            new Mapping.Tests.ExampleTests(_mapping).Every_example_is_answered_as_documented(),
            new Guidance.Tests.ExampleTests(_guidance).Every_example_is_answered_as_documented(),
            new Programme.Tests.ExampleTests(_programme).Every_example_is_answered_as_documented(),
            new Grants.Tests.ExampleTests(_grants).Every_example_is_answered_as_documented(),
            new Settlement.Tests.ExampleTests(_settlement).Every_example_is_answered_as_documented()
        );
        _gateway = RunningGateway.Start(
            new Dictionary<string, Uri[]>(StringComparer.Ordinal)
            {
                ["mapping"] = [_mapping.Address],
                ["guidance"] = [_guidance.Address],
                ["programme"] = [_programme.Address],
                ["grants"] = [_grants.Address],
                ["settlement"] = [_settlement.Address],
            },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["RateLimit:PerSecond"] = "100000",
                ["RateLimit:Burst"] = "100000",
            }
        );
        using var client = _gateway.Anonymous();
        var document = (await client.GetFromJsonAsync<JsonObject>("/openapi/platform.json"))!;
        Operations = Operation.In(document);
        var problems = document["x-problem-types"]!
            .AsArray()
            .Select(type => $"/problems/{(string)type!["slug"]!}")
            .ToHashSet(StringComparer.Ordinal);
        await AddAsync("mapping", _mapping, problems);
        await AddAsync("guidance", _guidance, problems);
        await AddAsync("programme", _programme, problems);
        await AddAsync("grants", _grants, problems);
        await AddAsync("settlement", _settlement, problems);
    }

    public async Task DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        IAsyncLifetime[] all = [_mapping, _guidance, _programme, _grants, _settlement];
        await Task.WhenAll(all.Select(fixture => fixture.DisposeAsync()));
    }

    private async Task AddAsync<TProgram, TDb>(
        string name,
        ServiceFixture<TProgram, TDb> fixture,
        IReadOnlySet<string> problems
    )
        where TProgram : class
        where TDb : DbContext
    {
        var holdings = await Holdings.OfAsync(fixture.Services.GetRequiredService<NpgsqlDataSource>());
        _holdings[name] = holdings;
        _services[name] = new FuzzedService(_gateway.ClientOptions.BaseAddress, fixture.Address, holdings, problems);
    }
}
