using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class GroupCommitTests() : Compliance(Subject.DefaultSchema)
{
    private const int Many = 300;

    [Fact]
    public async Task Many_writes_at_once_share_commits_and_all_their_messages_arrive()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>());
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => TakeAsync(shop, $"customer {i}")));

        Assert.Equal(Many, await shop.QueryAsync(db => db.Customers.CountAsync()));
        var commits = await shop.QueryAsync(db =>
            db.Database.SqlQuery<int>($"""select count(distinct xmin::text)::int as "Value" from "Customers" """)
                .SingleAsync()
        );
        Assert.InRange(commits, 1, Many / 2);
        await Eventually.Becomes(Many, () => shop.CountAsync(Order, "placed"));
    }

    [Fact]
    public async Task A_write_that_cannot_commit_fails_alone_and_sends_nothing()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>());
        var writes = Enumerable.Range(0, Many).Select(i => TakeAsync(shop, $"customer {Math.Max(i, 1)}")).ToList();
        var failed = 0;
        foreach (var write in writes)
        {
            try
            {
                await write;
            }
            catch (DbUpdateException)
            {
                failed++;
            }
        }

        Assert.Equal(1, failed);
        await Eventually.Becomes(Many - 1, () => shop.CountAsync(Order, "placed"));
        await Eventually.Becomes(0, shop.InOutboxAsync);
        Assert.Equal(Many - 1, await shop.CountAsync(Order, "placed"));
    }

    [Fact]
    public async Task A_write_that_throws_gets_its_own_fault()
    {
        await using var shop = await StartAsync(_ => { });
        var good = TakeAsync(shop, "good");
        var bad = shop.CommitInGroupAsync((_, _) => throw new InvalidOperationException("No."));
        var late = TakeAsync(shop, "late");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Task.WhenAll(good, late);
        Assert.Equal(2, await shop.QueryAsync(db => db.Customers.CountAsync()));
    }

    private Task TakeAsync(Service shop, string customer) =>
        shop.CommitInGroupAsync(
            (db, bus) =>
            {
                db.Add(new Customer { Name = customer });
                return bus.Publish(new OrderPlaced(Order, 1));
            }
        );
}
