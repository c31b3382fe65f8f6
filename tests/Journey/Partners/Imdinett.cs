using System.Net.Http.Json;

namespace IntegrationPlatform.Journey.Partners;

/// <summary>The IMDinett receiver, asked what it has got.</summary>
internal sealed class Imdinett(HttpClient http, Uri address)
{
    /// <summary>The resident of each transfer that it has applied; one that was applied twice stands here twice.</summary>
    public async Task<IReadOnlyList<Guid>> Transfers(CancellationToken cancellation) =>
        await http.GetFromJsonAsync<IReadOnlyList<Guid>>(new Uri(address, "transfers"), cancellation) ?? [];
}
