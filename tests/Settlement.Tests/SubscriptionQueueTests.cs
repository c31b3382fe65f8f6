using IntegrationPlatform.Settlement.Feeds;
using IntegrationPlatform.Settlement.Subscriptions;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>Replicas share the subscriptions that are due.</summary>
[Collection(SettlementCollection.Name)]
public sealed class SubscriptionQueueTests(SettlementFixture service)
{
    [Fact]
    public async Task Replicas_never_hold_the_same_subscription()
    {
        var organisations = Enumerable.Range(0, 20).Select(_ => TestCluster.NewOrganisation()).ToList();
        var held = TimeSpan.FromMinutes(5);
        await service.Save(db => db.AddRange(organisations.Select(Named)));

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => service.InDatabase(db => TakeAllAsync(db, held)))
        );

        var all = taken.SelectMany(t => t).Where(organisations.Contains).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        await service.InDatabase(db =>
            db.Subscriptions.Where(s => organisations.Contains(s.Organisation)).ExecuteDeleteAsync()
        );
    }

    private static Subscription Named(string organisation)
    {
        var named = Subscription.From(organisation, FeedCursor.Start);
        named.PointTo("http://127.0.0.1:9/nobody-listens", "", DateTimeOffset.UtcNow);
        return named;
    }

    private static async Task<List<string>> TakeAllAsync(SettlementDb db, TimeSpan leasedFor)
    {
        var all = new List<string>();
        while (await db.Subscriptions.TakeAsync(Guid.CreateVersion7(), leasedFor, 3, default) is { Count: > 0 } taken)
        {
            all.AddRange(taken.Select(s => s.Organisation));
        }

        return all;
    }
}
