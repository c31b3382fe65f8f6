using FsCheck;
using FsCheck.Fluent;
using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;

namespace IntegrationPlatform.Guidance.Tests;

/// <summary>A case's events may come in any order and any number of times.</summary>
[Collection(GuidanceFixture.Name)]
public sealed class OrderTests(GuidanceFixture guidance)
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
        var cluster = await guidance.ACluster(capacity: 1_000);
        var deliveries = Gen.Constant(0).SelectMany(_ => Deliveries(Guid.CreateVersion7(), cluster.Id)).Sample(25);
        foreach (var delivery in deliveries.Where(d => d.Told.Count > 0))
        {
            var ids = delivery.Delivered.Select(_ => Guid.CreateVersion7()).ToArray();
            foreach (var (message, id) in delivery.Delivered.Zip(ids))
            {
                await guidance.Publish(message, message.GetType(), id);
            }

            await guidance.Consumed(ids);

            // There is a place for everyone: whoever would wait is open.
            var phase = After(delivery.Told).Phase;
            await guidance.Reaches(delivery.Resident, phase == CasePhase.Queued ? CasePhase.Open : phase);
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
            new PermitDecided(resident, PermitStatus.Granted, Day.AddDays(20)),
            new SessionHeld(resident, Day.AddDays(12)),
            new SessionHeld(resident, Day.AddDays(30)),
            new CounsellorNoteSigned(resident, resident, cluster, 1, Day.AddDays(14)),
            new CounsellorNoteSigned(resident, resident, cluster, 2, Day.AddDays(40)),
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
        var guided = new GuidanceCase();
        foreach (var message in messages)
        {
            switch (message)
            {
                case ResidentArrived arrived:
                    guided.Take(arrived);
                    break;
                case MappingCompleted completed:
                    guided.Take(completed);
                    break;
                case PermitDecided decided:
                    guided.Take(decided);
                    break;
                case SessionHeld held:
                    guided.Take(held);
                    break;
                case CounsellorNoteSigned signed:
                    guided.Take(signed);
                    break;
                case ResidentSettled settled:
                    guided.Take(settled);
                    break;
                default:
                    guided.Erase();
                    break;
            }
        }

        return new Facts(guided.Phase, guided.Permit, guided.MappedOn, guided.FirstSessionOn, guided.SignedVersion);
    }

    private sealed record Delivery(IReadOnlyList<object> Told, IReadOnlyList<object> Delivered, Guid Resident);

    private sealed record Facts(
        CasePhase Phase,
        PermitStatus? Permit,
        DateOnly? MappedOn,
        DateOnly? FirstSessionOn,
        int SignedVersion
    );
}
