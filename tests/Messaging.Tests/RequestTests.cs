using IntegrationPlatform.Messaging.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_is_answered_through_the_outbox_and_a_fault_comes_back()
    {
        await using var shop = await Service.StartAsync(await Servers.NewAsync(), m => m.AddConsumer<Pricing>());
        await shop.InScopeAsync(
            async (scope, _) =>
            {
                var client = scope.GetRequiredService<IScopedClientFactory>().CreateRequestClient<AskPrice>();
                var order = Guid.NewGuid();
                var answer = await client.GetResponse<Price>(new AskPrice(order));
                Assert.Equal(new Price(order, 12.50m), answer.Message);
                var fault = await Assert.ThrowsAsync<RequestFaultException>(() =>
                    client.GetResponse<Price>(new AskPrice(Guid.Empty))
                );
                Assert.Contains("no such order", fault.Message, StringComparison.Ordinal);
            }
        );
    }
}
