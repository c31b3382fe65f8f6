using IntegrationPlatform.Hosting.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Persistence.Audit;

/// <summary>
/// Seals what the audit has taken in: one replica at a time, some seconds behind, so that no request ever waits for the
/// chain. It takes whole transactions below the oldest one that still runs: no entry can appear under a seal later.
/// </summary>
internal sealed partial class AuditSealer<TDb>(
    IServiceScopeFactory scopes,
    AuditKeys keys,
    ILogger<AuditSealer<TDb>> logger
) : BackgroundService
    where TDb : DbContext
{
    private const int LargestSeal = 5000;
    private const long Lock = 0x6175646974; // "audit"
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Makes the next seal.</summary>
    /// <returns>The seal; null when there is nothing to seal, or another replica is at it.</returns>
    public async Task<AuditSeal?> SealAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var free = await db
            .Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({Lock}) as \"Value\"")
            .SingleAsync(cancellation);
        if (!free)
        {
            return null;
        }

        var last = await db.Set<AuditSeal>()
            .AsNoTracking()
            .OrderByDescending(s => s.Number)
            .FirstOrDefaultAsync(cancellation);
        var from = last?.Until ?? 0;
        var covered = await db.Set<AuditEntry>()
            .FromSql(
                $"""
                select * from audit_entries
                where transaction >= {from} and transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                order by transaction
                fetch first {LargestSeal} rows with ties
                """
            )
            .AsNoTracking()
            .Select(e => new { Entry = e, Transaction = EF.Property<long>(e, AuditModel.Transaction) })
            .ToListAsync(cancellation);
        if (covered.Count == 0)
        {
            return null;
        }

        var until = covered.Max(c => c.Transaction) + 1;
        var entries = covered.OrderBy(c => c.Transaction).ThenBy(c => c.Entry.Position).Select(c => c.Entry);
        var seal = new AuditSeal
        {
            Number = (last?.Number ?? 0) + 1,
            Until = until,
            Entries = covered.Count,
            SealedAt = TimeProvider.System.GetUtcNow(),
            KeyId = keys.CurrentId,
            Hash = AuditChain.Hash(keys.Find(keys.CurrentId)!, last?.Hash ?? [], until, entries),
        };
        db.Add(seal);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        Sealed(logger, seal.Number, seal.Entries, Convert.ToHexStringLower(seal.Hash));
        return seal;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SealAsync(stoppingToken) is { Entries: >= LargestSeal }) { }
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, which the framework says in many ways: one that is not caught ends the service.
                CouldNotSeal(logger, Every, away);
            }
        }
    }

    // The newest hash in the log: who cuts the end off the chain in the database cannot take it back from there.
    [LoggerMessage(LogLevel.Information, "Audit seal {Number} covers {Entries} entries: {Hash}.")]
    private static partial void Sealed(ILogger logger, long number, int entries, string hash);

    [LoggerMessage(
        LogLevel.Warning,
        "The audit could not be sealed; the database does not answer as it should. Tried again in {Every}."
    )]
    private static partial void CouldNotSeal(ILogger logger, TimeSpan every, Exception away);
}
