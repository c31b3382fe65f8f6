using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Persistence.Requests;

/// <summary>Removes idempotency keys after a day: nobody repeats a request for longer, and answers can be personal.</summary>
internal sealed partial class IdempotencyCleanup<TDb>(
    IServiceScopeFactory scopes,
    ILogger<IdempotencyCleanup<TDb>> logger
) : BackgroundService
    where TDb : DbContext
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Removes what is due.</summary>
    /// <returns>How many keys went.</returns>
    public static async Task<int> RemoveAsync(TDb db, CancellationToken cancellation)
    {
        var until = TimeProvider.System.GetUtcNow() - Kept;
        return await db.Set<IdempotencyKey>().Where(key => key.At < until).ExecuteDeleteAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await RemoveAsync(scope.ServiceProvider.GetRequiredService<TDb>(), stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                CouldNotRemove(logger, Every, away);
            }
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Old idempotency keys could not be removed; the database does not answer as it should. Tried again in {Every}."
    )]
    private static partial void CouldNotRemove(ILogger logger, TimeSpan every, Exception away);
}
