using System.ComponentModel;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Mapping.ReadLog;

/// <summary>The centre reads out to a resident what was done with their data here, in their language (ALL-1).</summary>
internal static class ReadLog
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/log", Handle)
            .WithName("readMappingLog")
            .RequireScope("mapping.read")
            .Allows("ALL-1", Case.Resident, Role.Centre, Role.Udi)
            .Is(Act.ReadLog)
            .WithSummary("Tells a resident what was done with their data in Mapping, in their language, oldest first");

    private static async Task<Results<PageOf<LoggedAct>, ProblemHttpResult>> Handle(
        Guid id,
        [Description("The language of the sentences, such as nb, en, so or ckb; nb when left out.")] string? language,
        [AsParameters] PageRequest page,
        MappingDb db,
        ResidentAccess access,
        Caller caller,
        CancellationToken cancellation
    ) =>
        await access.FindAsync(id, caller, cancellation) is null
            ? Refusals.UnknownResident.With()
            : await db.LogOfAsync([id], language, page, cancellation);
}
