using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client.Events;

namespace IntegrationPlatform.Messaging;

/// <summary>
/// Lets an endpoint go when its channel has closed, so that it opens another. MassTransit declares queue, exchanges and
/// bindings in parallel on one channel, and RabbitMQ.Client 7.2.2 strands what waits for its turn when the channel is
/// disposed of (rabbitmq-dotnet-client, issue 1976; mended after 7.2.2): the endpoint would receive nothing until the
/// service is started again.
/// </summary>
/// <param name="patience">How long what runs on a closed channel may take to end by itself.</param>
internal sealed class ClosedChannelFilter(TimeSpan patience) : IFilter<ChannelContext>
{
    /// <inheritdoc />
    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Channel.ChannelShutdownAsync += OnClosed;
        try
        {
            // The client adds a handler to a channel that closes meanwhile, and never calls it.
            if (!context.Channel.IsOpen)
            {
                closed.TrySetResult();
            }

            var endpoint = next.Send(context);
            await Task.WhenAny(endpoint, closed.Task);
            if (await Task.WhenAny(endpoint, Task.Delay(patience)) != endpoint)
            {
                // With a cause it is transient: without one, a bus that is starting would stop for good.
                throw new RabbitMqConnectionException(
                    "The channel closed, and its endpoint has not ended.",
                    new TimeoutException()
                );
            }

            await endpoint;
        }
        finally
        {
            context.Channel.ChannelShutdownAsync -= OnClosed;
        }

        Task OnClosed(object sender, ShutdownEventArgs reason)
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public void Probe(ProbeContext context) => context.CreateFilterScope("closedChannel");
}
