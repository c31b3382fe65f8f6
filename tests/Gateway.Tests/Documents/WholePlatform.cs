using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>The gateway in front of all five services' committed documents.</summary>
public sealed class WholePlatform : IAsyncLifetime
{
    private readonly List<WebApplication> _services = [];

    internal RunningGateway Gateway { get; private set; } = null!;

    internal JsonObject Document { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        foreach (var service in RunningGateway.Names)
        {
            _services.Add(await CommittedService.StartAsync(service));
        }

        Gateway = RunningGateway.Start(
            RunningGateway
                .Names.Zip(_services)
                .ToDictionary(s => s.First, s => new[] { s.Second.Address() }, StringComparer.Ordinal)
        );
        Document = (await Gateway.Anonymous().GetFromJsonAsync<JsonObject>("/openapi/platform.json"))!;
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }
    }
}
