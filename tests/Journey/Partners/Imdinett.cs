using System.Net.Http.Json;

namespace IntegrationPlatform.Journey.Partners;

/// <summary>The IMDinett receiver, asked what it has got; one that is away is asked again for a minute.</summary>
internal sealed class Imdinett(HttpClient http, Uri address)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    /// <summary>The resident of each transfer that it has applied; one that was applied twice stands here twice.</summary>
    /// <exception cref="HttpRequestException">It stayed away.</exception>
    public async Task<IReadOnlyList<Guid>> Transfers(CancellationToken cancellation)
    {
        var giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return await http.GetFromJsonAsync<IReadOnlyList<Guid>>(new Uri(address, "transfers"), cancellation)
                    ?? [];
            }
            catch (HttpRequestException) when (DateTime.UtcNow < giveUp)
            {
                await Task.Delay(Between, cancellation);
            }
        }
    }
}
