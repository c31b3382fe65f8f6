using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace IntegrationPlatform.Messaging;

/// <summary>A connection of its own to the broker, for what an operator asks; opened for each question.</summary>
internal sealed class Broker(IConfiguration configuration)
{
    // Whether the broker answers is asked in the middle of sending; what an operator asks may take as long as it takes.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The broker's nodes: <c>ConnectionStrings:rabbitmq</c>, an <c>amqp://</c> URI, or several with commas between, of which
    /// the first gives user and virtual host.
    /// </summary>
    public IReadOnlyList<Uri> Nodes { get; } =
    [
        .. (
            configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is missing.")
        )
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(node => new Uri(node)),
    ];

    /// <summary>Connects to the first node that answers.</summary>
    public Task<IConnection> ConnectAsync(CancellationToken cancellation) => ConnectAsync(Patience, cancellation);

    /// <summary>True when the broker opens a channel.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await ConnectAsync(AnswersWithin, cancellation);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
            return true;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<IConnection> ConnectAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var faults = new List<Exception>();
        // One by one: the client itself goes on to the next node when a port is closed, but not when a node that is going
        // down, or something in front of it, breaks off the handshake.
        foreach (var node in Nodes)
        {
            try
            {
                return await Factory(patience)
                    .CreateConnectionAsync(
                        [new AmqpTcpEndpoint(node)],
                        $"{AppDomain.CurrentDomain.FriendlyName} operations",
                        cancellation
                    );
            }
            catch (BrokerUnreachableException away)
            {
                faults.Add(away);
            }
        }

        throw new BrokerUnreachableException(new AggregateException(faults));
    }

    private ConnectionFactory Factory(TimeSpan patience) =>
        new()
        {
            Uri = Nodes[0],
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = patience,
            HandshakeContinuationTimeout = patience,
            ContinuationTimeout = patience,
        };
}
