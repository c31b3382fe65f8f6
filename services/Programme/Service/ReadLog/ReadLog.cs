using System.ComponentModel;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Audit;
using IntegrationPlatform.Programme.Enrolments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Programme.ReadLog;

/// <summary>The centre reads out to a resident what was done with their data here, in their language (ALL-1).</summary>
internal static class ReadLog
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/log", Handle)
            .WithName("readProgrammeLog")
            .RequireScope("programme.read")
            .Allows("ALL-1", Case.Resident, Role.Centre)
            .Is(Act.ReadLog)
            .WithSummary(
                "Tells a resident what was done with their data in Programme, in their language, oldest first"
            );

    private static async Task<Results<PageOf<LoggedAct>, ProblemHttpResult>> Handle(
        Guid id,
        [Description("The language of the sentences, such as nb, en, so or ckb; nb when left out.")] string? language,
        [AsParameters] PageRequest page,
        ProgrammeDb db,
        Caller caller,
        CancellationToken cancellation
    ) =>
        await db.EnrolmentAsync(id, caller, cancellation) is null
            ? Refusals.UnknownResident.With()
            : await db.LogOfAsync([id], language, page, cancellation);
}
