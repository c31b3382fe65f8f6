using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Mapping.Tests.Support;

/// <summary>The mapping service as it runs, shared by its tests; each test has a cluster of its own.</summary>
public sealed class MappingFixture() : ServiceFixture<Program, MappingDb>("mapping")
{
    /// <summary>A client with a token, whose paths begin after <c>/mapping/v1/</c>.</summary>
    public HttpClient Partner(string organisation, params IEnumerable<string> scopes)
    {
        var client = As(organisation, scopes);
        client.BaseAddress = new Uri(client.BaseAddress!, "mapping/v1/");
        return client;
    }
}

/// <summary>The tests that share the service.</summary>
[CollectionDefinition(Name)]
public sealed class MappingService : ICollectionFixture<MappingFixture>
{
    public const string Name = "mapping service";
}
