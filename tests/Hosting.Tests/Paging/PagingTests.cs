using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Tests.Paging;

/// <summary>Lists in pages, as a partner reads them.</summary>
public sealed class PagingTests : IAsyncLifetime
{
    private readonly List<int> _numbers = [.. Enumerable.Range(1, 5)];
    private TestApp _app = null!;

    public async Task InitializeAsync() =>
        _app = await TestApp.StartAsync(app =>
            app.MapGet(
                    "/numbers",
                    ([AsParameters] PageRequest page) =>
                        page.Of(_numbers, number => number.ToString(CultureInfo.InvariantCulture))
                )
                .AllowAnonymous()
        );

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Following_the_links_reads_every_item_once()
    {
        var read = new List<int>();
        for (var next = "/numbers?limit=2"; next is not null; )
        {
            using var page = await _app.Anonymous().Get(next);
            var items = (await page.Content.ReadFromJsonAsync<int[]>())!;
            Assert.InRange(items.Length, 1, 2);
            read.AddRange(items);
            next = page.NextPage();
        }

        Assert.Equal(_numbers, read);
    }

    [Fact]
    public async Task What_is_added_meanwhile_does_not_shift_a_page()
    {
        using var first = await _app.Anonymous().Get("/numbers?limit=2");
        _numbers.Insert(0, 0);

        var second = await _app.Anonymous().GetFromJsonAsync<int[]>(first.NextPage());

        Assert.Equal([3, 4], second!);
    }

    [Fact]
    public async Task A_list_is_not_sent_again_until_it_changes()
    {
        var client = _app.Anonymous();
        using var first = await client.Get("/numbers");
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var same = await client.Get("/numbers");
        _numbers.Add(6);
        using var changed = await client.Get("/numbers");

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=501")]
    [InlineData("limit=many")]
    [InlineData("cursor=not%20ours!")]
    public async Task A_limit_or_cursor_that_cannot_be_is_refused(string query)
    {
        var problem = await _app.Anonymous().Get($"/numbers?{query}").Refused(400, "unreadable-request");

        Assert.Contains(query.Split('=')[0], problem.Detail, StringComparison.Ordinal);
    }
}
