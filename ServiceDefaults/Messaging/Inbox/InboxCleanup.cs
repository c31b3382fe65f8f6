using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>Forgets messages older than the inbox's window, in batches that hold no lock for long.</summary>
internal sealed partial class InboxCleanup<TDb>(
    IServiceScopeFactory scopes,
    MessagingOptions options,
    ILogger<InboxCleanup<TDb>> log
) : BackgroundService
    where TDb : DbContext
{
    private const int Batch = 1000;

    /// <summary>Forgets everything older than the window; returns how many messages that were.</summary>
    public async Task<int> ForgetAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var before = TimeProvider.System.GetUtcNow() - options.InboxWindow;
        var forgotten = 0;
        int batch;
        do
        {
            batch = await InboxStatements<TDb>.ForgetAsync(db, before, Batch, cancellation);
            forgotten += batch;
        } while (batch == Batch);
        return forgotten;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.InboxCleanup);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                CleanupFailed(log, fault, typeof(TDb).Name);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The inbox of {Database} could not be cleaned; it is tried again."
    )]
    private static partial void CleanupFailed(ILogger log, Exception fault, string database);
}
