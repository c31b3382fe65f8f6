using System.IO.Compression;
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
}
