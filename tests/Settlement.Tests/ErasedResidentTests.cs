using System.Net;
using System.Net.Http.Json;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Access;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>An erased resident does not exist for anybody, whatever had happened before (ALL-1).</summary>
[Collection(SettlementCollection.Name)]
public sealed class ErasedResidentTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    [Theory]
    [InlineData(Role.SettlementMunicipality)]
    [InlineData(Role.Centre)]
    [InlineData(Role.Imdi)]
    public async Task No_endpoint_knows_the_resident_of_a_municipality_that_accepted(Role role)
    {
        await _story.Transferred();
        var resident = _story.Residents.Single();
        await service.Publish(new ResidentErased(resident));
        await Eventually.Holds(
            "the resident is gone",
            async () => (await _story.Handoff(resident)).StatusCode == HttpStatusCode.NotFound
        );
        var about = new AccessTests.Handed(
            _story.Parties,
            _story.Town,
            _story.Cluster,
            _story.Household,
            resident,
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            _story.Today
        );
        var organisation = role switch
        {
            Role.Centre => _story.Parties.Centre,
            Role.Imdi => SettlementFixture.Imdi,
            _ => _story.Town.Organisation,
        };

        var endpoints = DeclaredEndpoint
            .Of(service.Services, "settlement")
            .Where(e => e.Rule!.Case == Case.Resident && e.Rule.Roles.Contains(role))
            .ToList();

        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var call = AccessTests.Calls.Single(c => c.Endpoint == endpoint.Name);
            using var http = service.As(organisation, endpoint.Scope!);
            using var message = new HttpRequestMessage(
                new HttpMethod(call.Endpoint.Split(' ')[0]),
                new Uri(call.Path(about), UriKind.Relative)
            );
            message.Content = call.Body is { } body ? JsonContent.Create(body(about, role)) : null;

            using var answer = await http.SendAsync(message);

            Assert.True(
                answer.StatusCode == HttpStatusCode.NotFound,
                $"{endpoint.Name}: {await answer.Content.ReadAsStringAsync()}"
            );
        }
    }
}
