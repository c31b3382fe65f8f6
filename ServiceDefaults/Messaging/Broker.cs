using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace IntegrationPlatform.Messaging;

/// <summary>A connection of its own to the broker, for what an operator asks; opened for each question.</summary>
internal sealed class Broker(IConfiguration configuration)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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
    public Task<IConnection> ConnectAsync(CancellationToken cancellation) =>
        new ConnectionFactory
        {
            Uri = Nodes[0],
            AutomaticRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
        }.CreateConnectionAsync(
            Nodes.Select(node => new AmqpTcpEndpoint(node)).ToList(),
            $"{AppDomain.CurrentDomain.FriendlyName} operations",
            cancellation
        );

    /// <summary>True when the broker opens a channel.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await ConnectAsync(cancellation);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
            return true;
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
