using System.Text;
using IntegrationPlatform.Messaging.Operations;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class PoisonTests() : Compliance(Subject.DefaultSchema)
{
    private const string Queue = "shop-scripted";
    private readonly Script _script = new();

    [Fact]
    public async Task Poison_is_tried_a_few_times_and_then_waits_in_the_error_queue_for_a_redrive_that_keeps_its_id()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(servers);
        _script.Fault = _ => new TimeoutException("Not today.");
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => raw.CountAsync($"{Queue}_error"));
        Assert.Equal(3, _script.Attempts.Count);

        Assert.Equal([new ErrorQueue(Queue, 1)], await shop.Errors.CountAsync(default));
        _script.Fault = _ => null;
        Assert.Equal(1, await shop.Errors.RedriveAsync(default));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "scripted"));
        Assert.Single(_script.Attempts.Distinct());
        Assert.Empty(await shop.Errors.CountAsync(default));
    }

    [Fact]
    public async Task An_invalid_message_is_never_tried_again()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(servers);
        _script.Fault = _ => new InvalidMessageException("Never.");
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => raw.CountAsync($"{Queue}_error"));
        Assert.Single(_script.Attempts);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData(
        "{\"messageType\":[\"urn:message:IntegrationPlatform.Messaging.Tests.Support:OrderPlaced\"],\"message\":{\"orderId\":\"no id\"}}"
    )]
    public async Task An_unreadable_message_is_never_tried(string body)
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(servers);
        await raw.PutAsync(Queue, Encoding.UTF8.GetBytes(body));
        await Eventually.Becomes(1, () => raw.CountAsync($"{Queue}_error"));
        Assert.Empty(_script.Attempts);
    }

    [Fact]
    public async Task A_message_without_an_id_is_never_tried()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(servers);
        await raw.PutAsync(Queue, Envelope.Of(new OrderPlaced(Order, 1), messageId: null));
        await Eventually.Becomes(1, () => raw.CountAsync($"{Queue}_error"));
        Assert.Empty(_script.Attempts);
    }

    [Fact]
    public async Task A_message_of_a_type_that_nobody_handles_waits_with_the_errors()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(servers);
        var messageId = Guid.NewGuid();
        await raw.PutAsync(Queue, Envelope.Of(new LineAdded("2016-1"), messageId), messageId);
        await Eventually.Becomes(1, () => raw.CountAsync($"{Queue}_skipped"));
        Assert.Equal([new ErrorQueue(Queue, 1)], await shop.Errors.CountAsync(default));

        // Still nobody: it comes back to where it was.
        Assert.Equal(1, await shop.Errors.RedriveAsync(default));
        await Eventually.Becomes(1, () => raw.CountAsync($"{Queue}_skipped"));
        Assert.Equal(messageId.ToString(), (await raw.TakeAsync($"{Queue}_skipped")).BasicProperties.MessageId);
        Assert.Empty(_script.Attempts);
    }

    private Task<Service> StartAsync(Servers servers) =>
        StartAsync(servers, m => m.AddConsumer<Scripted>(), s => s.AddSingleton(_script));
}
