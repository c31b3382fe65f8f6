using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IntegrationPlatform.Gateway.Tests.Documents;

namespace IntegrationPlatform.Gateway.Tests;

/// <summary>Long answers are sent compressed to who asks for it.</summary>
public sealed class CompressionTests(WholePlatform platform) : IClassFixture<WholePlatform>
{
    [Fact]
    public async Task An_answer_is_compressed_for_who_can_read_it_and_is_the_same()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/platform.json");
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var answer = await platform.Gateway.Anonymous().SendAsync(request);
        var sent = await answer.Content.ReadAsByteArrayAsync();
        await using var unpacked = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
        var document = await JsonNode.ParseAsync(unpacked);

        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.True(JsonNode.DeepEquals(platform.Document, document));
        Assert.True(sent.Length * 4 < document!.ToJsonString().Length, $"{sent.Length} bytes were sent");
    }

    [Fact]
    public async Task A_compressed_answer_has_a_strong_tag_of_its_own()
    {
        var plain = (await AskAsync()).Headers.ETag!;
        var gzip = (await AskAsync("gzip")).Headers.ETag!;
        var brotli = (await AskAsync("br")).Headers.ETag!;

        Assert.All([plain, gzip, brotli], tag => Assert.False(tag.IsWeak));
        Assert.Distinct([plain, gzip, brotli]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Who_has_an_answer_is_told_by_its_own_tag_that_it_did_not_change(string coding)
    {
        var held = (await AskAsync(coding)).Headers.ETag!;

        var again = await AskAsync(coding, held);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(held, again.Headers.ETag);
    }

    private async Task<HttpResponseMessage> AskAsync(string coding = "", EntityTagHeaderValue? held = null)
    {
        using var client = platform.Gateway.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/openapi/platform.json");
        if (coding.Length > 0)
        {
            request.Headers.AcceptEncoding.ParseAdd(coding);
        }

        if (held is not null)
        {
            request.Headers.IfNoneMatch.Add(held);
        }

        return await client.SendAsync(request);
    }
}
