using FsCheck;
using FsCheck.Fluent;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Settlement.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>A case's events may come in any order and any number of times.</summary>
[Collection(ProgrammeFixture.Name)]
public sealed class OrderTests(ProgrammeFixture programme)
{
    private static readonly DateOnly Day = new(2024, 3, 4);

    [Fact]
    public void Any_order_and_any_duplication_of_events_ends_in_the_same_state() =>
        Prop.ForAll(
                Deliveries(Guid.CreateVersion7(), Guid.CreateVersion7()).ToArbitrary(),
                delivery => After(delivery.Told).Equals(After(delivery.Delivered))
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public async Task The_saga_on_its_servers_ends_as_the_facts_say()
    {
        var cluster = await programme.ACluster();
        var deliveries = Gen.Sample(Gen.Constant(0).SelectMany(_ => Deliveries(Guid.CreateVersion7(), cluster.Id)), 25);
        foreach (var (told, delivered, resident) in deliveries.Where(d => d.Told.Count > 0))
        {
            var ids = delivered.Select(_ => Guid.CreateVersion7()).ToArray();
            foreach (var (message, id) in delivered.Zip(ids))
            {
                await programme.Publish(message, message.GetType(), id);
            }

            await programme.Consumed(ids);
            var saga = await programme.InDatabase(db => db.Enrolments.SingleAsync(e => e.CorrelationId == resident));
            Assert.Equal(After(told).Phase.ToString(), saga.CurrentState);
        }
    }

    // What is told is some of what can happen to a resident; what is delivered is that, some of it twice, in any order.
    private static Gen<Delivery> Deliveries(Guid resident, Guid cluster)
    {
        object[] all =
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
        ];
        return from told in Gen.SubListOf(all)
            from twice in Gen.SubListOf(told.AsEnumerable())
            from delivered in Gen.Shuffle(told.Concat(twice))
            select new Delivery([.. told], delivered, resident);
    }

    private static Facts After(IEnumerable<object> messages)
    {
        var enrolment = new Enrolment();
        foreach (var message in messages)
        {
            switch (message)
            {
                case ResidentArrived arrived:
                    enrolment.Take(arrived);
                    break;
                case MappingCompleted completed:
                    enrolment.Take(completed);
                    break;
                case PermitDecided decided:
                    enrolment.Take(decided);
                    break;
                case CommitmentRecorded recorded:
                    enrolment.Take(recorded);
                    break;
                case PlanAgreed agreed:
                    enrolment.Take(agreed);
                    break;
                case ResidentSettled settled:
                    enrolment.Take(settled);
                    break;
                default:
                    enrolment.Erase();
                    break;
            }
        }

        return new Facts(
            enrolment.Phase,
            enrolment.Permit,
            enrolment.MappedOn,
            enrolment.CommittedOn,
            enrolment.AgreedVersion
        );
    }

    private sealed record Delivery(IReadOnlyList<object> Told, IReadOnlyList<object> Delivered, Guid Resident);

    private sealed record Facts(
        EnrolmentPhase Phase,
        PermitStatus? Permit,
        DateOnly? MappedOn,
        DateOnly? CommittedOn,
        int AgreedVersion
    );
}
