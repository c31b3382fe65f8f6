using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Tests;

[Collection(GuidanceFixture.Name)]
public sealed class OrderTests(GuidanceFixture guidance)
{
    private static readonly DateOnly Day = new(2024, 3, 4);

    [Fact] // GUI-1, GUI-2, GUI-3
    public async Task Any_order_and_any_repetition_of_a_cases_events_ends_in_the_same_state()
    {
        // There is a place for everyone: whoever would wait is open.
        var cluster = (await guidance.ACluster(capacity: 1_000)).Id;
        await new AnyOrder<GuidanceDb, End>
        {
            Messages = resident =>
                [
                    new ResidentArrived(resident, resident, cluster, Day, AgeGroup.Adult, PermitStatus.Likely),
                    new MappingCompleted(resident, cluster, Day.AddDays(9), InTime: true),
                    new PermitDecided(resident, PermitStatus.Refused, Day.AddDays(10)),
                    new PermitDecided(resident, PermitStatus.Granted, Day.AddDays(20)),
                    new SessionHeld(resident, Day.AddDays(12)),
                    new SessionHeld(resident, Day.AddDays(30)),
                    new CounsellorNoteSigned(resident, resident, cluster, 1, Day.AddDays(14)),
                    new CounsellorNoteSigned(resident, resident, cluster, 2, Day.AddDays(40)),
                    new ResidentSettled(resident, cluster, "5006", Day.AddDays(90)),
                    new ResidentErased(resident),
                ],
            Ends = Ends,
            Look = (db, resident) =>
                db
                    .Cases.AsNoTracking()
                    .Where(c => c.CorrelationId == resident)
                    .Select(c => new End(c.CurrentState, c.Permit, c.MappedOn, c.FirstSessionOn, c.SignedVersion))
                    .SingleOrDefaultAsync(),
        }.HoldsFor(guidance);
    }

    // Nothing outlives an erasure; else the newest decision, the first session and the newest note hold.
    private static End Ends(IReadOnlyList<object> told)
    {
        if (told.OfType<ResidentErased>().Any())
        {
            return new End(
                nameof(CasePhase.Closed),
                Permit: null,
                MappedOn: null,
                FirstSessionOn: null,
                SignedVersion: 0
            );
        }

        var permit = told.OfType<PermitDecided>().MaxBy(decided => decided.DecidedOn)?.Permit;
        var mapped = told.OfType<MappingCompleted>().SingleOrDefault();
        var signed = told.OfType<CounsellorNoteSigned>().MaxBy(note => note.Version)?.Version ?? 0;
        var phase =
            permit == PermitStatus.Refused || told.OfType<ResidentSettled>().Any() ? CasePhase.Closed
            : mapped is null && !told.OfType<ResidentArrived>().Any() ? CasePhase.Expected
            : signed > 0 ? CasePhase.Guided
            : mapped is not null ? CasePhase.Open
            : CasePhase.AwaitingMapping;
        var firstSession = told.OfType<SessionHeld>().MinBy(session => session.HeldOn)?.HeldOn;
        return new End(phase.ToString(), permit, mapped?.CompletedOn, firstSession, signed);
    }

    private sealed record End(
        string State,
        PermitStatus? Permit,
        DateOnly? MappedOn,
        DateOnly? FirstSessionOn,
        int SignedVersion
    );
}
