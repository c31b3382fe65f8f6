using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Guidance.Queue;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.ReadCase;

/// <summary>
/// A party of the cluster reads where a resident's case stands and what was done in it. What was said stays between
/// career centre and NAV office.
/// </summary>
internal static class ReadCase
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/case", Handle)
            .RequireScope("guidance.read")
            .Allows("GUI-2", Case.Resident, Roles.Cluster)
            .WithSummary("Reads a resident's guidance case");

    private static async Task<Results<Ok<CaseStatus>, ProblemHttpResult>> Handle(
        Guid id,
        GuidanceDb db,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.CaseAsync(id, caller, cancellation) is not { Case: var found, Cluster: var cluster, As: var part })
        {
            return Refusals.UnknownResident.With();
        }

        var key = part is Role.CareerCentre or Role.NavOffice ? await db.KeyForOpeningAsync(id, cancellation) : null;
        var sessions = await db
            .Sessions.AsNoTracking()
            .Where(s => s.ResidentId == id)
            .OrderBy(s => s.HeldOn)
            .ThenBy(s => s.Id)
            .ToListAsync(cancellation);
        var contributions = await db
            .Contributions.AsNoTracking()
            .Where(c => c.ResidentId == id)
            .OrderBy(c => c.GivenOn)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellation);
        int? position =
            found.Phase == CasePhase.Queued
                ? 1 + await db.QueuedCases(cluster.Id).CountAsync(c => c.QueueNumber < found.QueueNumber, cancellation)
                : null;
        return TypedResults.Ok(
            new CaseStatus(
                found.CaseId,
                id,
                cluster.Id,
                found.Phase,
                found.MappedOn,
                position,
                found.OpenedOn,
                found.Wait?.For,
                found.Wait is null ? null : found.DueOn,
                found.Overdue,
                found.SignedVersion > 0 ? found.SignedVersion : null,
                sessions.ConvertAll(s => new HeldSession(
                    s.HeldOn,
                    s.Form,
                    s.Interpreter,
                    key is null ? null : s.Goals(vault, key)
                )),
                contributions.ConvertAll(c => new AddedContribution(c.GivenOn, key is null ? null : c.Text(vault, key)))
            )
        );
    }
}

/// <summary>Where a case stands.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="State">The state.</param>
/// <param name="MappedOn">The day the mapping was completed.</param>
/// <param name="QueuePosition">1 for who is next; null when the case is not in the queue.</param>
/// <param name="OpenedOn">The day it was opened.</param>
/// <param name="WaitsFor">What is waited for now; null when nothing is.</param>
/// <param name="DueOn">The last day on which that is in time.</param>
/// <param name="Overdue">True when that day has passed.</param>
/// <param name="SignedNote">The newest signed version of the note.</param>
/// <param name="Sessions">Sessions, oldest first.</param>
/// <param name="Contributions">What NAV added, oldest first.</param>
internal sealed record CaseStatus(
    Guid CaseId,
    Guid ResidentId,
    Guid ClusterId,
    CasePhase State,
    DateOnly? MappedOn,
    int? QueuePosition,
    DateOnly? OpenedOn,
    CaseWait? WaitsFor,
    DateOnly? DueOn,
    bool Overdue,
    int? SignedNote,
    IReadOnlyList<HeldSession> Sessions,
    IReadOnlyList<AddedContribution> Contributions
);

/// <summary>A session that was held.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Form">Individual or group.</param>
/// <param name="Interpreter">True when an interpreter took part.</param>
/// <param name="Goals">The career goals spoken of; null for who may not read them.</param>
internal sealed record HeldSession(DateOnly HeldOn, SessionForm Form, bool Interpreter, IReadOnlyList<string>? Goals);

/// <summary>What NAV added.</summary>
/// <param name="GivenOn">The day the guidance was given.</param>
/// <param name="Text">What it was; null for who may not read it.</param>
internal sealed record AddedContribution(DateOnly GivenOn, string? Text);
