using FsCheck.Fluent;
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
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>Any order and any repetition of a case's events ends in the same state, for every saga.</summary>
[Collection(SettlementCollection.Name)]
public sealed class SagaOrderTests(SettlementFixture service)
{
    private const int Orders = 20;

    private DateOnly Today => service.Clock.Today();

    [Fact]
    public async Task A_transfer_ends_transferred_with_one_event_in_any_order_of_its_messages()
    {
        foreach (var order in SomeOrders(5))
        {
            var handoff = NewHandoff();
            service.Others.KeepNoteBack(handoff.ResidentId);
            await service.Save(db => db.Add(handoff));
            object[] messages =
            [
                new StartTransfer(handoff.Id, handoff.ResidentId),
                new CompetenceCollected(handoff.Id, handoff.ResidentId, service.Others.Sealed("competence")),
                new NoteCollected(handoff.Id, handoff.ResidentId, service.Others.Sealed("note")),
                new ProgrammeCollected(handoff.Id, handoff.ResidentId, service.Others.Sealed("programme")),
                new TransferReceived(handoff.Id, Today),
            ];

            await Publish(order, messages);

            await Eventually.Holds(
                $"the transfer ends after {string.Join(' ', order)}",
                () =>
                    service.InDatabase(db =>
                        db.Transfers.AnyAsync(t => t.CorrelationId == handoff.Id && t.CurrentState == "Transferred")
                    )
            );
            await AllHandled(order);
            Assert.Equal(1, await service.InDatabase(db => db.Deliveries.CountAsync(d => d.HandoffId == handoff.Id)));
            var stored = await service.InDatabase(db => db.Handoffs.SingleAsync(h => h.Id == handoff.Id));
            Assert.Equal(
                (SettlementState.Transferred, new TransferContent(Competence: true, Note: true, Programme: true)),
                (stored.State, stored.Content)
            );
        }
    }

    [Fact]
    public async Task The_wait_for_an_answer_ends_in_any_order_of_its_messages()
    {
        foreach (var order in SomeOrders(2))
        {
            var (request, household) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            object[] messages =
            [
                new SettlementRequested(request, household, household, "0301", Today.AddDays(14)),
                new SettlementRequestEnded(request, household, household, "0301", RequestOutcome.Refused, Today),
            ];

            await Publish(order, messages);
            await AllHandled(order);

            Assert.Equal(
                "Ended",
                await service.InDatabase(db =>
                    db.Set<AnswerWait>()
                        .Where(w => w.CorrelationId == request)
                        .Select(w => w.CurrentState)
                        .SingleAsync()
                )
            );
        }
    }

    [Fact]
    public async Task The_watch_over_a_programme_start_ends_in_any_order_of_its_messages()
    {
        foreach (var order in SomeOrders(2))
        {
            var resident = Guid.CreateVersion7();
            object[] messages =
            [
                new AwaitProgrammeStart(resident, Today.AddDays(28)),
                new IntroductionProgrammeStarted(resident, resident, "0301", Today, ProgrammeStart.InTime),
            ];

            await Publish(order, messages);
            await AllHandled(order);

            Assert.Equal(
                "Started",
                await service.InDatabase(db =>
                    db.Set<ProgrammeStartWait>()
                        .Where(w => w.CorrelationId == resident)
                        .Select(w => w.CurrentState)
                        .SingleAsync()
                )
            );
        }
    }

    [Fact]
    public async Task A_member_is_the_same_in_any_order_of_arrivals_and_decisions()
    {
        foreach (var order in SomeOrders(5))
        {
            var (resident, household, cluster) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
            object[] messages =
            [
                new ResidentArrived(
                    resident,
                    household,
                    cluster,
                    Today.AddDays(-90),
                    AgeGroup.UnderFour,
                    PermitStatus.Granted
                ),
                new ResidentArrived(
                    resident,
                    household,
                    cluster,
                    Today.AddDays(-60),
                    AgeGroup.FourToSeventeen,
                    PermitStatus.Likely
                ),
                new PermitDecided(resident, PermitStatus.Refused, Today.AddDays(-40)),
                new PermitDecided(resident, PermitStatus.Granted, Today.AddDays(-20)),
                new PermitDecided(resident, PermitStatus.Refused, Today.AddDays(-50)),
            ];

            await Publish(order, messages);
            await AllHandled(order);

            var member = await service.InDatabase(db => db.Members.SingleAsync(m => m.ResidentId == resident));
            Assert.Equal(
                (household, cluster, Today.AddDays(-60), AgeGroup.FourToSeventeen, PermitStatus.Granted),
                (
                    member.HouseholdId!.Value,
                    member.ClusterId!.Value,
                    member.ArrivedOn!.Value,
                    member.AgeGroup!.Value,
                    member.Permit!.Value
                )
            );
        }
    }

    // Each message at least once; some of them again, as a new message or as the same one redelivered.
    private static IReadOnlyList<IReadOnlyList<Step>> SomeOrders(int messages) =>
        [
            .. (
                from again in Gen.SubListOf(Enumerable.Range(0, messages).ToArray())
                from redelivered in Gen.SubListOf(Enumerable.Range(0, messages).ToArray())
                let ids = Enumerable.Range(0, messages).Select(_ => Guid.CreateVersion7()).ToArray()
                from order in Gen.Shuffle(
                    Enumerable
                        .Range(0, messages)
                        .Select(m => new Step(m, ids[m]))
                        .Concat(again.Select(m => new Step(m, Guid.CreateVersion7())))
                        .Concat(redelivered.Select(m => new Step(m, ids[m])))
                        .ToArray()
                )
                select (IReadOnlyList<Step>)order
            ).Sample(Orders),
        ];

    private async Task Publish(IReadOnlyList<Step> order, object[] messages)
    {
        var bus = service.Services.GetRequiredService<IBus>();
        foreach (var step in order)
        {
            await bus.Publish(
                messages[step.Message],
                messages[step.Message].GetType(),
                context => context.MessageId = step.MessageId
            );
        }
    }

    private Task AllHandled(IReadOnlyList<Step> order)
    {
        var ids = order.Select(s => s.MessageId).Distinct().ToArray();
        return Eventually.Holds(
            $"every message of {string.Join(' ', order)} is handled",
            () =>
                service.InDatabase(async db =>
                    await db
                        .Database.SqlQuery<int>(
                            $"select count(distinct message_id)::int as \"Value\" from inbox where message_id = any({ids})"
                        )
                        .SingleAsync() == ids.Length
                )
        );
    }

    private Handoff NewHandoff() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ResidentId = Guid.CreateVersion7(),
            HouseholdId = Guid.CreateVersion7(),
            RequestId = Guid.CreateVersion7(),
            ClusterId = Guid.CreateVersion7(),
            Municipality = "0301",
            Organisation = TestCluster.NewOrganisation(),
            AgeGroup = AgeGroup.Adult,
            AcceptedOn = Today,
        };

    /// <summary>One publication.</summary>
    private sealed record Step(int Message, Guid MessageId)
    {
        public override string ToString() => $"{Message}";
    }
}
