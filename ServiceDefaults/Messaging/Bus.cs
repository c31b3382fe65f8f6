using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationPlatform.Messaging.Inbox;
using IntegrationPlatform.Messaging.Operations;
using IntegrationPlatform.Messaging.Outbox;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging;

/// <summary>How MassTransit is set up: queues, retries, inbox, outbox and schedules.</summary>
internal static class Bus
{
    // Beyond what an endpoint takes to end by itself when its channel closes: its messages are given twice the stop timeout.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Connects the bus to RabbitMQ; a broker that is away is tried again until it answers.</summary>
    public static void Connect<TDb>(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit)
        where TDb : DbContext
    {
        var broker = context.GetRequiredService<Broker>();
        rabbit.Host(
            broker.Nodes[0],
            host =>
            {
                host.Heartbeat(TimeSpan.FromSeconds(10));
                if (broker.Nodes.Count > 1)
                {
                    host.UseCluster(cluster => broker.Nodes.ToList().ForEach(node => cluster.Node(node.Authority)));
                }
            }
        );
        rabbit.ConfigureJsonSerializerOptions(json =>
        {
            json.WriteIndented = false;
            // MassTransit keeps these options for the whole process; another bus of it may have been here.
            if (!json.Converters.OfType<JsonStringEnumConverter>().Any())
            {
                json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            }

            return json;
        });
        // Ids in the order of time: the inboxes of the receivers grow at one end of their index.
        rabbit.ConfigureSend(send => send.UseExecute(context => context.MessageId = Guid.CreateVersion7()));
        rabbit.AddPrePipeSpecification(new SchedulerFilter<TDb>());
        rabbit.ConfigureEndpoints(context);
    }

    /// <summary>
    /// Puts a queue's messages through retries and the inbox. Retries stand outside the inbox: each is a new scope and
    /// a new transaction.
    /// </summary>
    public static void ConfigureEndpoint<TDb>(
        IRegistrationContext context,
        string name,
        IReceiveEndpointConfigurator endpoint,
        MessagingOptions options
    )
        where TDb : DbContext
    {
        if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.SetQuorumQueue();
            // A consumer that dies again and again must not make the broker drop its message.
            queue.SetQueueArgument("x-delivery-limit", 1_000_000);
            queue.ConfigureChannel(channel =>
                channel.UseFilter(new ClosedChannelFilter((2 * options.StopTimeout) + Grace))
            );
        }

        context.GetRequiredService<ErrorQueues>().Watch(name);
        endpoint.ConfigureError(error =>
        {
            error.UseFilter(new FaultFilter(name, context.GetRequiredService<ILogger<FaultFilter>>()));
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(new ErrorTransportFilter());
        });
        endpoint.ConfigureDeadLetter(skipped =>
        {
            skipped.UseFilter(new SkippedFilter(name, context.GetRequiredService<ILogger<SkippedFilter>>()));
            skipped.UseFilter(new DeadLetterTransportFilter());
        });
        endpoint.PrefetchCount = options.Prefetch;
        var notices = context.GetRequiredService<ILogger<RetryNotice>>();
        endpoint.UseMessageRetry(outage =>
        {
            outage.ConnectRetryObserver(new RetryNotice(name, RetryReason.Outage, notices));
            outage.Handle<Exception>(Faults.IsOutage);
            outage.Exponential(
                int.MaxValue,
                TimeSpan.FromMilliseconds(200),
                options.LongestWait,
                TimeSpan.FromMilliseconds(200)
            );
        });
        endpoint.UseMessageRetry(race =>
        {
            race.ConnectRetryObserver(new RetryNotice(name, RetryReason.Race, notices));
            race.Handle<Exception>(Faults.IsRace);
            race.Exponential(10, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(5));
        });
        endpoint.UseMessageRetry(fault =>
        {
            fault.ConnectRetryObserver(new RetryNotice(name, RetryReason.Fault, notices));
            fault.Handle<Exception>(e => !Faults.IsOutage(e) && !Faults.IsRace(e) && !Faults.IsInvalid(e));
            fault.Intervals([.. options.Retries]);
        });
        var again = new AgainAloneObserver();
        endpoint.ConnectConsumerConfigurationObserver(again);
        endpoint.ConnectSagaConfigurationObserver(again);
        var inbox = new OutboxConsumePipeSpecificationObserver<TDb>(endpoint, context);
        endpoint.ConnectConsumerConfigurationObserver(inbox);
        endpoint.ConnectSagaConfigurationObserver(inbox);
    }
}
