using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Hosting.Tests.Lifetime;

/// <summary>What no environment but development may be started with.</summary>
public sealed class ProductionGuardTests
{
    private static readonly Dictionary<string, string?> Sound = new()
    {
        ["Maskinporten:Jwks"] = null,
        ["Maskinporten:Issuer"] = "https://maskinporten.no/",
    };

    [Theory]
    [InlineData("PLATFORM_CLOCK_FILE", "/tmp/clock")]
    [InlineData("Maskinporten:Jwks", "{\"keys\":[]}")]
    [InlineData("Maskinporten:Issuer", "http://127.0.0.1:5001/")]
    [InlineData("Maskinporten:Metadata", "http://127.0.0.1:5001/.well-known/oauth-authorization-server")]
    [InlineData("Maskinporten:Issuer", null)]
    public async Task Production_refuses_to_start_and_names_the_setting(string setting, string? value)
    {
        foreach (var environment in new[] { "Production", "Staging" })
        {
            var settings = new Dictionary<string, string?>(Sound) { [setting] = value };

            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                TestApp.StartAsync(_ => { }, settings: settings, environment: environment)
            );

            Assert.Contains(setting, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Production_starts_with_an_issuer_of_its_own()
    {
        await using var app = await TestApp.StartAsync(_ => { }, settings: Sound, environment: "Production");

        Assert.True((await app.Anonymous().GetAsync("/live")).IsSuccessStatusCode);
    }
}
