using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>An endpoint asks; consumer and saga answer through the outbox.</summary>
public sealed class RequestTests() : Compliance(Subject.DefaultSchema)
{
    [Fact]
    public async Task A_consumer_answers()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Pricing>());
        Assert.Equal(new Price(Order, 12.50m), await AskAsync<AskPrice, Price>(shop, new AskPrice(Order)));
    }

    [Fact]
    public async Task A_saga_answers_whether_it_is_there_or_not()
    {
        await using var shop = await StartAsync(m => m.AddSaga<OrderMachine, OrderState>());
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => shop.QueryAsync(db => db.Orders.CountAsync()));
        Assert.Equal("Open", (await AskAsync<AskState, StateOf>(shop, new AskState(Order))).State);
        Assert.Equal("unknown", (await AskAsync<AskState, StateOf>(shop, new AskState(Guid.NewGuid()))).State);
    }

    [Fact]
    public async Task A_fault_comes_back_to_the_one_who_asked()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Pricing>());
        var fault = await Assert.ThrowsAsync<RequestFaultException>(() =>
            AskAsync<AskPrice, Price>(shop, new AskPrice(Guid.Empty))
        );
        Assert.Contains("no such order", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_of_an_attempt_that_failed_is_never_sent()
    {
        var script = new Script();
        await using var shop = await StartAsync(m => m.AddConsumer<Hesitating>(), s => s.AddSingleton(script));
        Assert.Equal(2, (await AskAsync<AskPrice, Price>(shop, new AskPrice(Order))).Amount);
        Assert.Equal(2, script.Attempts.Count);
    }

    private static async Task<TAnswer> AskAsync<TQuestion, TAnswer>(Service shop, TQuestion question)
        where TQuestion : class
        where TAnswer : class
    {
        TAnswer? answer = null;
        await shop.InScopeAsync(
            async (scope, _) =>
            {
                var client = scope.GetRequiredService<IScopedClientFactory>().CreateRequestClient<TQuestion>();
                answer = (await client.GetResponse<TAnswer>(question)).Message;
            }
        );
        return answer!;
    }
}
