using System.Reflection;
using IntegrationPlatform.Messaging.Tests.Support;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>Endpoints whose channel closes.</summary>
public sealed class ClosedChannelTests : IAsyncLifetime
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private readonly TaskCompletionSource _endpoint = new();
    private Wire _wire = null!;
    private RawBroker _broker = null!;
    private IChannel _channel = null!;

    public async Task InitializeAsync()
    {
        _wire = Wire.ToBroker(await Servers.NewAsync(), out var wired);
        _broker = await RawBroker.ConnectAsync(wired.Broker);
        _channel = await _broker.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _broker.DisposeAsync();
        await _wire.DisposeAsync();
    }

    [Fact]
    public async Task An_endpoint_that_does_not_notice_that_its_channel_closed_is_let_go()
    {
        var sent = SendAsync(Short);

        await _channel.CloseAsync();

        var fault = await Assert.ThrowsAsync<RabbitMqConnectionException>(() => sent);
        Assert.True(fault.IsTransient, "A bus that is starting stops for good.");
    }

    [Fact]
    public async Task An_endpoint_whose_channel_was_closed_before_it_began_is_let_go_too()
    {
        await _channel.CloseAsync();

        await Assert.ThrowsAsync<RabbitMqConnectionException>(() => SendAsync(Short));
    }

    [Fact]
    public async Task An_endpoint_that_notices_ends_as_it_ends()
    {
        var sent = SendAsync(Long);

        await _channel.CloseAsync();
        Assert.False(sent.IsCompleted);
        _endpoint.SetException(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => sent);
    }

    [Fact]
    public async Task An_endpoint_may_run_for_any_time_while_its_channel_is_open()
    {
        var sent = SendAsync(Short);

        await Task.Delay(4 * Short);
        Assert.False(sent.IsCompleted);
        _endpoint.SetResult();

        await sent;
    }

    [Fact]
    public async Task Declarations_that_are_stranded_with_their_channel_are_let_go()
    {
        // As MassTransit does: beside the client's own end of the channel.
        _channel.ChannelShutdownAsync += (_, _) =>
        {
            _ = Task.Run(() => _channel.DisposeAsync());
            return Task.CompletedTask;
        };
        _wire.Hold();
        var declared = Pipe.ExecuteAsync<ChannelContext>(_ =>
            Task.WhenAll(Enumerable.Range(0, 40).Select(n => _channel.ExchangeDeclareAsync($"stranded-{n}", "fanout")))
        );

        var sent = SendAsync(Short, declared);
        _wire.Cut();

        await Assert.ThrowsAnyAsync<Exception>(() => sent.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(sent.IsFaulted, "The declarations are waited for still.");
    }

    private Task SendAsync(TimeSpan patience) =>
        SendAsync(patience, Pipe.ExecuteAsync<ChannelContext>(_ => _endpoint.Task));

    private Task SendAsync(TimeSpan patience, IPipe<ChannelContext> endpoint) =>
        new ClosedChannelFilter(patience).Send(ContextOf.Channel(_channel), endpoint);

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
