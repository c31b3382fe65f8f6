using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Sagas;

/// <summary>The service's database from inside a saga.</summary>
public static class SagaDatabase
{
    /// <summary>The context whose transaction the message is handled in: what it changes commits with the saga.</summary>
    public static TDb Database<TDb>(this PipeContext context)
        where TDb : DbContext => context.GetPayload<IServiceScope>().ServiceProvider.GetRequiredService<TDb>();
}
