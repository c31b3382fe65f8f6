using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Settlement.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ReportProgrammeStarts;

/// <summary>
/// Continuity per centre and municipality (SET-7): how many settled adults started early, in time, late or not yet. IMDi
/// sees all of it, a municipality and a cluster their own.
/// </summary>
internal static class ReportProgrammeStarts
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/programme-starts", Handle)
            .RequireScope("settlement.read")
            .WithSummary("Reports programme starts per cluster and municipality");

    private static async Task<PageOf<Continuity>> Handle(
        [AsParameters] PageRequest page,
        SettlementDb db,
        Caller caller,
        Directorates directorates,
        CancellationToken cancellation
    )
    {
        var all = caller.Organisation == directorates.Imdi;
        var clusters = await db.Clusters.AsNoTracking().ToListAsync(cancellation);
        var own = clusters
            .Where(c => c.Lets(caller.Organisation, Part.Centre, Part.HostMunicipality))
            .Select(c => c.Id)
            .ToList();
        var settled = await db
            .Handoffs.AsNoTracking()
            .Where(h => h.WindowClosesOn != null)
            .Where(h => all || h.Organisation == caller.Organisation || own.Contains(h.ClusterId))
            .GroupBy(h => new { h.ClusterId, h.Municipality })
            .Select(g => new Continuity(
                g.Key.ClusterId,
                g.Key.Municipality,
                g.Count(),
                g.Count(h => h.Start == ProgrammeStart.Early),
                g.Count(h => h.Start == ProgrammeStart.InTime),
                g.Count(h => h.Start == ProgrammeStart.Late),
                g.Count(h => h.Start == null && !h.LateNotStarted),
                g.Count(h => h.LateNotStarted)
            ))
            .ToListAsync(cancellation);
        return page.Of(
            settled.OrderBy(c => c.ClusterId).ThenBy(c => c.Municipality, StringComparer.Ordinal),
            c => $"{c.ClusterId} {c.Municipality}"
        );
    }
}

/// <summary>Programme starts of one cluster's residents in one municipality.</summary>
/// <param name="ClusterId">The cluster they came from.</param>
/// <param name="Municipality">The number of the municipality.</param>
/// <param name="SettledAdults">Adults who settled there.</param>
/// <param name="Early">Of them, started before the window.</param>
/// <param name="InTime">Started within it.</param>
/// <param name="Late">Started after it.</param>
/// <param name="Waiting">Not started, and the window is open or still to come.</param>
/// <param name="LateNotStarted">Not started, and the window has closed.</param>
public sealed record Continuity(
    Guid ClusterId,
    string Municipality,
    int SettledAdults,
    int Early,
    int InTime,
    int Late,
    int Waiting,
    int LateNotStarted
);
