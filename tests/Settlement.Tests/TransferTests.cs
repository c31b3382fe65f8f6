using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>On acceptance each member's sections are collected and sent to IMDinett (SET-4).</summary>
[Collection(SettlementCollection.Name)]
public sealed class TransferTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    [Fact]
    public async Task Everybody_in_the_household_is_transferred_once_children_too()
    {
        var heard = await service.Listen<ResidentTransferred>();

        await _story.Transferred(AgeGroup.Adult, AgeGroup.Adult, AgeGroup.UnderFour);

        var received = await service.Receiver.TransfersAsync();
        Assert.All(_story.Residents, resident => Assert.Single(received, resident));
        Assert.Equal(0, await service.Receiver.CountAsync("duplicates"));
        foreach (var resident in _story.Residents)
        {
            var transferred = await heard.First(t => t.ResidentId == resident);
            Assert.Equal((_story.Cluster, _story.Town.Number), (transferred.ClusterId, transferred.Municipality));
        }
    }

    [Fact]
    public async Task Nothing_is_sent_before_acceptance()
    {
        await _story.Requested();
        await new Story(service).Transferred();

        Assert.DoesNotContain(_story.Residents[0], await service.Receiver.TransfersAsync());
        Assert.False(await service.InDatabase(db => db.Deliveries.AnyAsync(d => d.ResidentId == _story.Residents[0])));
        Assert.Empty(service.Others.NotesAsked(_story.Residents[0]));
    }

    [Fact]
    public async Task A_municipality_reads_what_was_transferred_on_its_page_and_markup_in_it_is_text()
    {
        await _story.Transferred();

        var page = await service.Receiver.PageAsync($"municipalities/{_story.Town.Number}");

        Assert.Contains(OtherServices.Secret, page, StringComparison.Ordinal);
        Assert.Contains("<p class=\"note\">note</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_data_is_never_in_clear_at_rest()
    {
        await _story.Transferred();
        await _story
            .Centre.Post($"residents/{_story.Residents[0]}/supplements", new { text = OtherServices.Secret })
            .Json();
        await _story
            .Centre.Post(
                $"residents/{_story.Residents[0]}/conversation",
                new { heldOn = _story.Today, summary = OtherServices.Secret }
            )
            .Json();

        var inClear = await service.InDatabase(async db =>
        {
            var tables = await db
                .Database.SqlQuery<string>(
                    $"select table_name as \"Value\" from information_schema.tables where table_schema = 'public'"
                )
                .ToListAsync();
            var found = new List<string>();
            foreach (var table in tables)
            {
                var sql = string.Concat(
                    "select count(*)::int as \"Value\" from \"",
                    table,
                    "\" as t where t::text like {0} or t::text like {1}"
                );
                var hex = Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(OtherServices.Secret));
                if (await db.Database.SqlQueryRaw<int>(sql, $"%{OtherServices.Secret}%", $"%{hex}%").SingleAsync() > 0)
                {
                    found.Add(table);
                }
            }

            return found;
        });

        Assert.Empty(inClear);
    }

    [Fact]
    public async Task A_section_that_does_not_come_is_asked_for_again_and_shows_as_stuck()
    {
        var request = await _story.Requested();
        var resident = _story.Residents[0];
        service.Others.KeepNoteBack(resident);
        await _story.Accept(request).Json();
        await Eventually.Holds(
            "Guidance was asked",
            () => Task.FromResult(service.Others.NotesAsked(resident).Count == 1)
        );

        foreach (var times in Enumerable.Range(2, 4))
        {
            service.Clock.Advance(TimeSpan.FromHours(1));
            await Eventually.Holds(
                $"Guidance was asked {times} times",
                () => Task.FromResult(service.Others.NotesAsked(resident).Count >= times)
            );
        }

        await Eventually.Holds(
            "the handoff shows as stuck",
            async () =>
                (await _story.Handoff(resident).Json()).GetProperty("collection").GetProperty("stuck").GetBoolean()
        );
        Assert.Equal("accepted", await _story.State(resident));
        Assert.DoesNotContain(resident, await service.Receiver.TransfersAsync());

        service.Others.GiveNote(resident);
        service.Clock.Advance(TimeSpan.FromHours(1));
        await _story.Reaches(resident, "transferred");
        Assert.Single(await service.Receiver.TransfersAsync(), resident);
    }

    [Fact]
    public async Task What_is_erased_before_it_left_does_not_leave()
    {
        var request = await _story.Requested();
        var resident = _story.Residents[0];
        service.Others.KeepNoteBack(resident);
        await _story.Accept(request).Json();
        await Eventually.Holds(
            "competence is collected",
            async () =>
                (await _story.Handoff(resident).Json()).GetProperty("collection").GetProperty("competence").GetBoolean()
        );

        await service.Publish(new ResidentErased(resident));
        await Eventually.Holds(
            "the resident is gone",
            async () => (int)(await _story.Handoff(resident)).StatusCode == 404
        );
        service.Others.GiveNote(resident);
        service.Clock.Advance(TimeSpan.FromHours(1));

        await Eventually.Holds(
            "the transfer went on without content",
            () =>
                service.InDatabase(db =>
                    db.Transfers.AnyAsync(t => t.ResidentId == resident && t.CurrentState == "Transferring")
                )
        );
        Assert.False(await service.InDatabase(db => db.Deliveries.AnyAsync(d => d.ResidentId == resident)));
        Assert.DoesNotContain(resident, await service.Receiver.TransfersAsync());
    }
}
