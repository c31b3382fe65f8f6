using System.Reflection;
using IntegrationPlatform.Messaging.Tests.Support;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>Endpoints whose channel closes.</summary>
public sealed class ClosedChannelTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private readonly TaskCompletionSource _endpoint = new();

    [Fact]
    public async Task An_endpoint_that_does_not_notice_that_its_channel_closed_is_let_go()
    {
        await using var broker = await RawBroker.ConnectAsync((await Servers.NewAsync()).Broker);
        await using var channel = await broker.OpenAsync();
        var sent = SendAsync(channel, Short);

        await channel.CloseAsync();

        var fault = await Assert.ThrowsAsync<RabbitMqConnectionException>(() => sent);
        Assert.True(fault.IsTransient, "A bus that is starting stops for good.");
    }

    [Fact]
    public async Task An_endpoint_whose_channel_was_closed_before_it_began_is_let_go_too()
    {
        await using var broker = await RawBroker.ConnectAsync((await Servers.NewAsync()).Broker);
        await using var channel = await broker.OpenAsync();
        await channel.CloseAsync();

        await Assert.ThrowsAsync<RabbitMqConnectionException>(() => SendAsync(channel, Short));
    }

    [Fact]
    public async Task An_endpoint_that_notices_ends_as_it_ends()
    {
        await using var broker = await RawBroker.ConnectAsync((await Servers.NewAsync()).Broker);
        await using var channel = await broker.OpenAsync();
        var sent = SendAsync(channel, Long);

        await channel.CloseAsync();
        Assert.False(sent.IsCompleted);
        _endpoint.SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => sent);
    }

    [Fact]
    public async Task An_endpoint_may_run_for_any_time_while_its_channel_is_open()
    {
        await using var broker = await RawBroker.ConnectAsync((await Servers.NewAsync()).Broker);
        await using var channel = await broker.OpenAsync();
        var sent = SendAsync(channel, Short);

        await Task.Delay(4 * Short);
        Assert.False(sent.IsCompleted);
        _endpoint.SetResult();

        await sent;
    }

    [Fact]
    public async Task Declarations_that_are_stranded_with_their_channel_are_let_go()
    {
        await using var wire = Wire.ToBroker(await Servers.NewAsync(), out var wired);
        await using var broker = await RawBroker.ConnectAsync(wired.Broker);
        var channel = await broker.OpenAsync();
        // As MassTransit does: beside the client's own end of the channel.
        channel.ChannelShutdownAsync += (_, _) =>
        {
            _ = Task.Run(() => channel.DisposeAsync());
            return Task.CompletedTask;
        };
        wire.Hold();
        var declared = Pipe.ExecuteAsync<ChannelContext>(_ =>
            Task.WhenAll(Enumerable.Range(0, 40).Select(n => channel.ExchangeDeclareAsync($"stranded-{n}", "fanout")))
        );

        var sent = new ClosedChannelFilter(Short).Send(ContextOf.Channel(channel), declared);
        wire.Cut();

        await Assert.ThrowsAnyAsync<Exception>(() => sent.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(sent.IsFaulted, "The declarations are waited for still.");
    }

    private Task SendAsync(IChannel channel, TimeSpan patience) =>
        new ClosedChannelFilter(patience).Send(
            ContextOf.Channel(channel),
            Pipe.ExecuteAsync<ChannelContext>(_ => _endpoint.Task)
        );

    /// <summary>A context that knows its channel and nothing else.</summary>
    public class ContextOf : DispatchProxy
    {
        private IChannel? _channel;

        public static ChannelContext Channel(IChannel channel)
        {
            var context = Create<ChannelContext, ContextOf>();
            ((ContextOf)(object)context)._channel = channel;
            return context;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == $"get_{nameof(ChannelContext.Channel)}"
                ? _channel
                : throw new NotSupportedException(targetMethod?.Name);
    }
}
