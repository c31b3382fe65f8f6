using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Languages;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.ListLanguages;

/// <summary>Lists the languages of the form (MAP-3).</summary>
internal static class ListLanguages
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/languages", Handle)
            .RequireScope("mapping.read")
            .Allows("MAP-3", Case.None)
            .WithSummary("Lists the languages of the form");

    private static async Task<PageOf<Language>> Handle(
        [AsParameters] PageRequest page,
        MappingDb db,
        CancellationToken cancellation
    ) => page.Of(await db.Languages.AsNoTracking().OrderBy(l => l.Code).ToListAsync(cancellation), l => l.Code);
}
