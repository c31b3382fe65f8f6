using System.Net.Http.Json;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Access;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>A municipality that refused, let the deadline pass or was released gets nothing anywhere (SET-3).</summary>
[Collection(SettlementCollection.Name)]
public sealed class EndedRequestTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    [Theory]
    [InlineData("refused")]
    [InlineData("expired")]
    [InlineData("withdrawn")]
    public async Task No_endpoint_gives_anything_of_the_household_to_the_municipality(string end)
    {
        var request = await _story.Requested();
        await End(request, end);
        var about = new AccessTests.Handed(
            _story.Parties,
            _story.Town,
            _story.Cluster,
            _story.Household,
            _story.Residents.Single(),
            request,
            Guid.CreateVersion7(),
            _story.Today
        );

        foreach (var endpoint in DeclaredEndpoint.Of(service.Services, "settlement"))
        {
            var call = AccessTests.Calls.Single(c => c.Endpoint == endpoint.Name);
            using var http = service.As(_story.Town.Organisation, endpoint.Scope!);
            using var message = new HttpRequestMessage(
                new HttpMethod(call.Endpoint.Split(' ')[0]),
                new Uri(call.Path(about), UriKind.Relative)
            );
            message.Content = call.Body is { } body ? JsonContent.Create(body(about, Role.AskedMunicipality)) : null;

            using var answer = await http.SendAsync(message);

            var text = await answer.Content.ReadAsStringAsync();
            var mayAnswer = !endpoint.NamesCase && endpoint.Rule is { OnlyDirectorates: false };
            Assert.True(mayAnswer || !answer.IsSuccessStatusCode, $"{endpoint.Name}: {text}");
            Assert.DoesNotContain(about.Household.ToString(), text, StringComparison.Ordinal);
            Assert.DoesNotContain(about.Resident.ToString(), text, StringComparison.Ordinal);
            // That it was asked, and that this ended, the municipality is told by the request's id and nothing else.
            Assert.True(
                endpoint.Name == "GET /notices" || !text.Contains(about.Request.ToString(), StringComparison.Ordinal),
                $"{endpoint.Name}: {text}"
            );
        }
    }

    private async Task End(Guid request, string end)
    {
        switch (end)
        {
            case "refused":
                await _story.Municipality.Post($"requests/{request}/refusal", new { reason = "services" }).Json();
                break;
            case "withdrawn":
                await _story.Imdi.Post($"requests/{request}/withdrawal").Json();
                break;
            default:
                service.Clock.MoveTo(_story.Today.AddDays(15));
                await _story.Reaches(_story.Residents.Single(), "expired");
                break;
        }
    }
}
