using MassTransit;
using MassTransit.Configuration;
using MassTransit.Context;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>Gives every consumer and saga the outbox's scheduler.</summary>
internal sealed class SchedulerFilter<TDb> : IFilter<ConsumeContext>, IPipeSpecification<ConsumeContext>
    where TDb : DbContext
{
    public Task Send(ConsumeContext context, IPipe<ConsumeContext> next)
    {
        context.GetOrAddPayload<MessageSchedulerContext>(() =>
            new ConsumeMessageSchedulerContext(context, SchedulerOf)
        );
        return next.Send(context);
    }

    public void Apply(IPipeBuilder<ConsumeContext> builder) => builder.AddFilter(this);

    public IEnumerable<ValidationResult> Validate() => [];

    public void Probe(ProbeContext context) => context.CreateFilterScope("outboxScheduler");

    private static MessageScheduler SchedulerOf(ConsumeContext context) =>
        new(
            new OutboxScheduler<TDb>(context, context.GetPayload<IServiceScope>().ServiceProvider),
            context.GetPayload<IBusTopology>()
        );
}
