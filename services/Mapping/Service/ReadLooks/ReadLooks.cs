using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Looks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.ReadLooks;

/// <summary>The centre reads out to a resident who looked at their data (ALL-1).</summary>
internal static class ReadLooks
{
    private static readonly Ground[] Grounds = [Ground.Centre, Ground.Udi];

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/looks", Handle)
            .RequireScope("mapping.read")
            .WithSummary("Lists who looked at a resident's data, oldest first");

    private static async Task<Results<PageOf<LookView>, ProblemHttpResult>> Handle(
        Guid id,
        [AsParameters] PageRequest page,
        MappingDb db,
        ResidentAccess access,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await access.FindAsync(id, caller, Grounds, cancellation) is null)
        {
            return Refusals.UnknownResident.With();
        }

        var after = page.AfterId;
        var looks = await db
            .Looks.AsNoTracking()
            .Where(l => l.ResidentId == id && (after == null || l.Id > after))
            .OrderBy(l => l.Id)
            .Take(page.Take)
            .ToListAsync(cancellation);
        return page.ById([.. looks.Select(View)], look => look.Id);
    }

    private static LookView View(Look look) =>
        new(look.Id, look.By.At, look.By.Organisation, look.By.Supplier, look.At, look.Ground);
}

/// <summary>One look.</summary>
/// <param name="Id">The look.</param>
/// <param name="At">When.</param>
/// <param name="Organisation">Organisation number of who looked; null for the platform itself.</param>
/// <param name="Supplier">Organisation number of a supplier who acted for them.</param>
/// <param name="What">What was looked at.</param>
/// <param name="Ground">On which ground.</param>
internal sealed record LookView(
    Guid Id,
    DateTimeOffset At,
    string? Organisation,
    string? Supplier,
    Looked What,
    Ground Ground
);
