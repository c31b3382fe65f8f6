using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Settlement.AnswerDeadline;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.ProgrammeStarts;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Settlement.Transfers;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Tests;

[Collection(SettlementCollection.Name)]
public sealed class SagaOrderTests(SettlementFixture service)
{
    private DateOnly Today => service.Clock.Today();

    [Fact] // SET-4
    public Task Any_order_and_any_repetition_of_a_transfers_messages_ends_in_the_same_state_with_one_event()
    {
        var (competence, note) = (service.Others.Sealed("competence"), service.Others.Sealed("note"));
        return new AnyOrder<SettlementDb, TransferEnd>
        {
            Prepare = async id =>
            {
                service.Others.KeepBack(id);
                await service.Save(db => db.Add(NewHandoff(id)));
            },
            Messages = id =>
                [
                    new StartTransfer(id, id),
                    new CompetenceCollected(id, id, competence),
                    new NoteCollected(id, id, note),
                    new ProgrammeCollected(id, id, Sealed: null),
                    new TransferReceived(id, Today),
                ],
            Ends = told =>
                told.Count(message => message is not TransferReceived) == 4
                    // IMDinett acknowledges the event, whether or not that was told before.
                    ? new TransferEnd(nameof(TransferSaga.Transferred), new(true, true, Programme: false), Events: 1)
                    : new TransferEnd(
                        told.OfType<StartTransfer>().Any() ? nameof(TransferSaga.Collecting) : "Initial",
                        Content: null,
                        Events: 0
                    ),
            Look = async (db, id) =>
            {
                var transfer = await db.Transfers.AsNoTracking().SingleAsync(t => t.CorrelationId == id);
                var handoff = await db.Handoffs.AsNoTracking().SingleAsync(h => h.Id == id);
                var events = await db.Deliveries.CountAsync(d => d.HandoffId == id);
                return new TransferEnd(transfer.CurrentState, handoff.Content, events);
            },
        }.HoldsFor(service);
    }

    [Theory] // SET-3
    [InlineData(14, nameof(AnswerDeadlineSaga.Waiting))]
    [InlineData(-1, nameof(AnswerDeadlineSaga.Ended))]
    public Task Any_order_and_any_repetition_of_an_answer_deadlines_messages_ends_in_the_same_state(
        int daysLeft,
        string unanswered
    ) =>
        new AnyOrder<SettlementDb, string>
        {
            Messages = id =>
                [
                    new SettlementRequested(id, id, id, "0301", Today.AddDays(daysLeft)),
                    new SettlementRequestEnded(id, id, id, "0301", RequestOutcome.Refused, Today),
                    new AnswerDeadlinePassed(id),
                ],
            Ends = told =>
                told.OfType<SettlementRequestEnded>().Any() ? nameof(AnswerDeadlineSaga.Ended)
                : told.OfType<SettlementRequested>().Any() ? unanswered
                : null,
            Look = (db, id) =>
                db.Set<AnswerWait>()
                    .Where(wait => wait.CorrelationId == id)
                    .Select(wait => wait.CurrentState)
                    .SingleOrDefaultAsync(),
        }.HoldsFor(service);

    [Theory] // SET-7
    [InlineData(28, nameof(ProgrammeStartSaga.Waiting))]
    [InlineData(-1, nameof(ProgrammeStartSaga.Late))]
    public Task Any_order_and_any_repetition_of_a_programme_starts_messages_ends_in_the_same_state(
        int daysLeft,
        string notStarted
    ) =>
        new AnyOrder<SettlementDb, string>
        {
            Messages = id =>
                [
                    new AwaitProgrammeStart(id, Today.AddDays(daysLeft)),
                    new IntroductionProgrammeStarted(id, id, "0301", Today, ProgrammeStart.InTime),
                    new ProgrammeWindowClosed(id),
                ],
            Ends = told =>
                told.OfType<IntroductionProgrammeStarted>().Any() ? nameof(ProgrammeStartSaga.Started)
                : told.OfType<AwaitProgrammeStart>().Any() ? notStarted
                : null,
            Look = (db, id) =>
                db.Set<ProgrammeStartWait>()
                    .Where(wait => wait.CorrelationId == id)
                    .Select(wait => wait.CurrentState)
                    .SingleOrDefaultAsync(),
        }.HoldsFor(service);

    [Fact] // SET-8
    public Task Any_order_and_any_repetition_of_arrivals_and_decisions_makes_the_same_member() =>
        new AnyOrder<SettlementDb, MemberEnd>
        {
            Messages = id =>
                [
                    Arrived(id, AgeGroup.UnderFour, PermitStatus.Granted, daysAgo: 90),
                    Arrived(id, AgeGroup.FourToSeventeen, PermitStatus.Likely, daysAgo: 60),
                    new PermitDecided(id, PermitStatus.Refused, Today.AddDays(-40)),
                    new PermitDecided(id, PermitStatus.Granted, Today.AddDays(-20)),
                    new PermitDecided(id, PermitStatus.Refused, Today.AddDays(-50)),
                ],
            Ends = told =>
            {
                var newest = told.OfType<ResidentArrived>().MaxBy(arrived => arrived.ArrivedOn);
                var decided = told.OfType<PermitDecided>().MaxBy(decision => decision.DecidedOn);
                return new MemberEnd(newest?.ArrivedOn, newest?.AgeGroup, decided?.Permit ?? newest?.Permit);
            },
            Look = async (db, id) =>
            {
                var member = await db.Members.AsNoTracking().SingleAsync(m => m.ResidentId == id);
                return new MemberEnd(member.ArrivedOn, member.AgeGroup, member.Permit);
            },
        }.HoldsFor(service);

    private ResidentArrived Arrived(Guid id, AgeGroup age, PermitStatus permit, int daysAgo) =>
        new(id, id, id, Today.AddDays(-daysAgo), age, permit);

    private Handoff NewHandoff(Guid id) =>
        new()
        {
            Id = id,
            ResidentId = id,
            HouseholdId = id,
            RequestId = id,
            ClusterId = id,
            Municipality = "0301",
            Organisation = TestCluster.NewOrganisation(),
            AgeGroup = AgeGroup.Adult,
            AcceptedOn = Today,
        };

    private sealed record TransferEnd(string State, TransferContent? Content, int Events);

    private sealed record MemberEnd(DateOnly? ArrivedOn, AgeGroup? AgeGroup, PermitStatus? Permit);
}
