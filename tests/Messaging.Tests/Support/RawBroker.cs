using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>The broker seen without MassTransit.</summary>
public sealed class RawBroker : IAsyncDisposable
{
    private readonly IConnection _connection;

    private RawBroker(IConnection connection) => _connection = connection;

    // As MassTransit connects: what closes stays closed.
    public static async Task<RawBroker> ConnectAsync(string address) =>
        new(
            await new ConnectionFactory
            {
                Uri = new Uri(address.Split(',')[0]),
                AutomaticRecoveryEnabled = false,
            }.CreateConnectionAsync()
        );

    public Task<IChannel> OpenAsync() => _connection.CreateChannelAsync();

    public async Task<long> CountAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            return -1;
        }
    }

    /// <summary>Declares a queue bound to the exchange of its own name, as a receiver outside the platform would.</summary>
    public async Task DeclareAsync(string queue, string type = "quorum")
    {
        await using var channel = await _connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(queue, "fanout", durable: true);
        await channel.QueueDeclareAsync(
            queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = type }
        );
        await channel.QueueBindAsync(queue, queue, "");
    }

    public async Task PutAsync(string queue, byte[] body, Guid? messageId = null)
    {
        await using var channel = await _connection.CreateChannelAsync();
        var properties = new BasicProperties { ContentType = Envelope.ContentType, MessageId = messageId?.ToString() };
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, body);
    }

    public async Task<BasicGetResult> TakeAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        for (var i = 0; ; i++)
        {
            if (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
            {
                return message;
            }

            Assert.True(i < 1000, $"Nothing came to {queue}.");
            await Task.Delay(20);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
