using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>The whole platform's API in one document, for a partner to read.</summary>
public sealed class PlatformDocumentTests(WholePlatform platform) : IClassFixture<WholePlatform>
{
    private const string Path = "/openapi/platform.json";

    [Fact]
    public void Every_operation_of_every_service_is_in_it_once()
    {
        var services = RunningGateway.Names.SelectMany(name => Operations(Committed(name))).ToList();
        var whole = Operations(platform.Document).ToList();

        Assert.Equal(services.Order(StringComparer.Ordinal), whole.Order(StringComparer.Ordinal));
        Assert.Distinct(whole);
        Assert.Null(platform.Document["x-missing-services"]);
    }

    [Fact]
    public void What_several_services_state_under_one_name_is_the_same_in_all_of_them()
    {
        var stated =
            from service in RunningGateway.Names
            from kind in Committed(service)["components"]!.AsObject()
            from part in kind.Value!.AsObject()
            select (Name: $"{kind.Key}/{part.Key}", Text: part.Value!.ToJsonString());

        var differing = stated.Distinct().GroupBy(part => part.Name, StringComparer.Ordinal).Where(g => g.Count() > 1);

        Assert.Empty(differing.Select(g => g.Key));
    }

    [Fact]
    public void A_problem_type_means_the_same_whichever_service_answers_it()
    {
        var stated =
            from service in RunningGateway.Names
            from type in Committed(service)["x-problem-types"]!.AsArray()
            select (Slug: (string)type!["slug"]!, Text: type.ToJsonString());

        var differing = stated.Distinct().GroupBy(type => type.Slug, StringComparer.Ordinal).Where(g => g.Count() > 1);

        Assert.Empty(differing.Select(g => g.Key));
    }

    [Fact]
    public async Task Who_has_it_already_is_told_that_it_did_not_change()
    {
        var first = await platform.Gateway.Anonymous().GetAsync(Path);
        using var again = new HttpRequestMessage(HttpMethod.Get, Path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        var second = await platform.Gateway.Anonymous().SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_service_that_goes_away_keeps_its_part()
    {
        var mapping = await CommittedService.StartAsync("mapping");
        var grants = await CommittedService.StartAsync("grants");
        await using var gateway = RunningGateway.Start(
            new Dictionary<string, Uri[]> { ["mapping"] = [mapping.Address()], ["grants"] = [grants.Address()] },
            new Dictionary<string, string> { ["Documents:FreshFor"] = "00:00:00" }
        );
        var before = await gateway.Anonymous().GetFromJsonAsync<JsonObject>(Path);
        await mapping.DisposeAsync();

        var after = await gateway.Anonymous().GetFromJsonAsync<JsonObject>(Path);

        Assert.Contains("registerArrival", Operations(after!));
        Assert.Equal(before!.ToJsonString(), after!.ToJsonString());
        await grants.DisposeAsync();
    }

    [Fact]
    public async Task A_part_that_was_never_there_is_named_as_missing()
    {
        await using var grants = await CommittedService.StartAsync("grants");
        await using var gateway = RunningGateway.Start(
            new Dictionary<string, Uri[]> { ["grants"] = [grants.Address()] }
        );

        var document = await gateway.Anonymous().GetFromJsonAsync<JsonObject>(Path);

        Assert.Equal(
            ["mapping", "guidance", "programme", "settlement"],
            document!["x-missing-services"]!.AsArray().Select(name => (string)name!)
        );
        Assert.Contains("mapping, guidance", (string)document["info"]!["description"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nothing_is_known_the_document_is_not_available()
    {
        await using var gateway = RunningGateway.Start(new Dictionary<string, Uri[]>());

        var problem = await Problem.Of(await gateway.Anonymous().GetAsync(Path));

        Assert.Equal((503, "/problems/service-unavailable"), (problem.Status, problem.Type));
    }

    private static JsonObject Committed(string service) =>
        JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Checkout.Root, $"docs/api/{service}.json")))!.AsObject();

    private static IEnumerable<string> Operations(JsonObject document) =>
        document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(o => (string)o.Value!["operationId"]!));
}
