using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
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
            .Allows("SET-7", Case.Own, Role.Imdi, Role.SettlementMunicipality, Role.Centre, Role.HostMunicipality)
            .WithSummary("Reports programme starts per cluster and municipality");

    private static async Task<PageOf<Continuity>> Handle(
        [AsParameters] PageRequest page,
        SettlementDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var all = caller.ActsAsDirectorate;
        var clusters = await db.Clusters.AsNoTracking().ToListAsync(cancellation);
        var own = clusters.Where(c => c.PartOf(caller) is not null).Select(c => c.Id).ToList();
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
