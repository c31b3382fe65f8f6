using IntegrationPlatform.Hosting.Tokens;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Rounds;

/// <summary>Finds rounds for those who may know of them: the directorates and the invited municipalities.</summary>
public static class RoundQueries
{
    /// <summary>The round; null when it does not exist or is none of the caller's business.</summary>
    public static async Task<Round?> FindFor(
        this IQueryable<Round> rounds,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var round = await rounds
            .Include(r => r.Invited.OrderBy(i => i.Municipality))
            .SingleOrDefaultAsync(r => r.Id == id, cancellation);
        return round is not null && (caller.ActsAsDirectorate || round.Invites(caller)) ? round : null;
    }

    /// <summary>The round, its row locked until the end of the transaction.</summary>
    public static async Task<Round?> FindLocked(this DbSet<Round> rounds, Guid id, CancellationToken cancellation)
    {
        var round = await rounds
            .FromSql($"select * from rounds where id = {id} for update")
            .SingleOrDefaultAsync(cancellation);
        if (round is not null)
        {
            await rounds.Entry(round).Collection(r => r.Invited).LoadAsync(cancellation);
        }

        return round;
    }
}
