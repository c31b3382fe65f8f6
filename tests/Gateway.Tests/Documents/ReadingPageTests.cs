using System.Net;
using System.Text.RegularExpressions;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>The page on which a partner reads and tries the API.</summary>
public sealed partial class ReadingPageTests(WholePlatform platform) : IClassFixture<WholePlatform>
{
    [Fact]
    public async Task Everything_the_page_loads_comes_from_the_gateway()
    {
        var client = platform.Gateway.Anonymous();
        var page = await client.GetAsync("/docs/index.html");
        var html = await page.Content.ReadAsStringAsync();
        var loads = Loads().Matches(html).Select(match => match.Groups["address"].Value).ToList();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(loads, address => address.EndsWith("swagger-ui-bundle.js", StringComparison.Ordinal));
        Assert.DoesNotContain(loads, address => address.Contains("//", StringComparison.Ordinal));
        foreach (var address in loads)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/docs/{address}")).StatusCode);
        }

        Assert.Contains(
            "/openapi/platform.json",
            await client.GetStringAsync("/docs/index.js"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Its_policy_lets_no_script_of_another_origin_and_none_in_the_page_run()
    {
        var page = await platform.Gateway.Anonymous().GetAsync("/docs/index.html");
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)", await page.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<(?:script|link)[^>]*(?:src|href)=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loads();
}
