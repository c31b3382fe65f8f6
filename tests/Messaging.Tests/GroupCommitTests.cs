using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>What many requests bring at the same time is written as one transaction with one event.</summary>
public sealed class GroupCommitTests() : Compliance(Subject.DefaultSchema)
{
    private const int Many = 300;

    [Fact]
    public async Task Many_items_at_once_share_commits_and_one_event_each_and_every_item_arrives_once()
    {
        await using var shop = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => shop.CommitInGroupAsync(new Taken($"{i}", i))));

        Assert.Equal(Many, await shop.QueryAsync(db => db.Customers.CountAsync()));
        var commits = await shop.QueryAsync(db =>
            db.Database.SqlQuery<int>($"""select count(distinct xmin::text)::int as "Value" from "Customers" """)
                .SingleAsync()
        );
        Assert.InRange(commits, 1, Many / 2);
        await Eventually.Becomes(Many, () => shop.CountAsync(Order, "taken"));
        Assert.Equal(Enumerable.Range(0, Many), await NumbersAsync(shop));
        Assert.Equal(commits, await shop.InInboxAsync());
    }

    [Fact]
    public async Task An_item_that_cannot_commit_fails_alone_and_its_event_is_not_sent()
    {
        await using var shop = await StartAsync();
        var writes = Enumerable
            .Range(0, Many)
            .Select(i => shop.CommitInGroupAsync(new Taken($"{Math.Max(i, 1)}", i)))
            .ToList();
        var failed = new List<int>();
        for (var i = 0; i < Many; i++)
        {
            try
            {
                await writes[i];
            }
            catch (DbUpdateException)
            {
                failed.Add(i);
            }
        }

        var refused = Assert.Single(failed);
        Assert.InRange(refused, 0, 1);
        await Eventually.Becomes(Many - 1, () => shop.CountAsync(Order, "taken"));
        await Eventually.Becomes(0, shop.InOutboxAsync);
        Assert.Equal(Enumerable.Range(0, Many).Where(i => i != refused), await NumbersAsync(shop));
    }

    [Fact]
    public async Task An_item_that_makes_the_function_throw_gets_its_own_fault()
    {
        await using var shop = await StartAsync();
        var good = shop.CommitInGroupAsync(new Taken("good", 1));
        var bad = shop.CommitInGroupAsync(new Taken(Taken.Impossible, 2));
        var late = shop.CommitInGroupAsync(new Taken("late", 3));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        await Task.WhenAll(good, late);
        Assert.Equal(2, await shop.QueryAsync(db => db.Customers.CountAsync()));
    }

    private static Task<List<int>> NumbersAsync(Service shop) =>
        shop.QueryAsync(db => db.Effects.Select(e => e.Number).Order().ToListAsync());

    private Task<Service> StartAsync() =>
        StartAsync(m => m.AddConsumer<GroupRecorder>().AddGroupCommit<Taken>(new OrderIntake(Order).WriteAsync));
}
