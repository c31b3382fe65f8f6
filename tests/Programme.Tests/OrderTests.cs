using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Settlement.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Tests;

[Collection(ProgrammeFixture.Name)]
public sealed class OrderTests(ProgrammeFixture programme)
{
    private static readonly DateOnly Day = new(2024, 3, 4);

    [Fact] // PRO-1, PRO-3
    public async Task Any_order_and_any_repetition_of_an_enrolments_events_ends_in_the_same_state()
    {
        var cluster = (await programme.ACluster()).Id;
        await new AnyOrder<ProgrammeDb, End>
        {
            Messages = resident =>
                [
                    new ResidentArrived(resident, resident, cluster, Day, AgeGroup.Adult, PermitStatus.Likely),
                    new MappingCompleted(resident, cluster, Day.AddDays(9), InTime: true),
                    new PermitDecided(resident, PermitStatus.Refused, Day.AddDays(10)),
                    new PermitDecided(resident, PermitStatus.Granted, Day.AddDays(10)),
                    new PermitDecided(resident, PermitStatus.Granted, Day.AddDays(20)),
                    new CommitmentRecorded(resident, Day.AddDays(3)),
                    new PlanAgreed(resident, cluster, 1, 37.5m, Day.AddDays(11)),
                    new PlanAgreed(resident, cluster, 3, 38m, Day.AddDays(12)),
                    new ResidentSettled(resident, cluster, "5006", Day.AddDays(90)),
                    new ResidentErased(resident),
                ],
            Ends = Ends,
            Look = (db, resident) =>
                db
                    .Enrolments.AsNoTracking()
                    .Where(e => e.CorrelationId == resident)
                    .Select(e => new End(e.CurrentState, e.Permit, e.MappedOn, e.CommittedOn, e.AgreedVersion))
                    .SingleOrDefaultAsync(),
        }.HoldsFor(programme);
    }

    // Nothing outlives an erasure; else the newest decision and the newest plan hold. A refusal counts from the arrival.
    private static End Ends(IReadOnlyList<object> told)
    {
        if (told.OfType<ResidentErased>().Any())
        {
            return new End(
                nameof(EnrolmentPhase.Ended),
                Permit: null,
                MappedOn: null,
                CommittedOn: null,
                AgreedVersion: 0
            );
        }

        var arrived = told.OfType<ResidentArrived>().SingleOrDefault();
        var permit =
            told.OfType<PermitDecided>().MaxBy(decided => (decided.DecidedOn, decided.Permit))?.Permit
            ?? arrived?.Permit;
        var committedOn = told.OfType<CommitmentRecorded>().SingleOrDefault()?.CommittedOn;
        var agreed = told.OfType<PlanAgreed>().MaxBy(plan => plan.Version)?.Version ?? 0;
        var phase =
            told.OfType<ResidentSettled>().Any() ? EnrolmentPhase.Ended
            : arrived is null ? EnrolmentPhase.Expected
            : permit == PermitStatus.Refused ? EnrolmentPhase.Ended
            : agreed > 0 ? EnrolmentPhase.PlanAgreed
            : committedOn is not null ? EnrolmentPhase.Committed
            : EnrolmentPhase.Enrolled;
        var mappedOn = told.OfType<MappingCompleted>().SingleOrDefault()?.CompletedOn;
        return new End(phase.ToString(), permit, mappedOn, committedOn, agreed);
    }

    private sealed record End(
        string State,
        PermitStatus? Permit,
        DateOnly? MappedOn,
        DateOnly? CommittedOn,
        int AgreedVersion
    );
}
