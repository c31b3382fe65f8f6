using IntegrationPlatform.Settlement.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>Which settings and addresses of partners' webhooks are taken.</summary>
public sealed class SubscriptionSettingsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://integrering.example/")]
    public void The_start_stops_without_a_name_for_the_sender(string? origin) =>
        Assert.Contains(
            "Subscriptions:Origin",
            Assert.Throws<InvalidOperationException>(() => Settings("Production", origin)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Only_development_lets_partners_name_private_addresses(string environment)
    {
        Assert.Contains(
            "Subscriptions:AllowPrivateAddresses",
            Assert
                .Throws<InvalidOperationException>(() =>
                    Settings(environment, "integrering.example", allowPrivate: "true")
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.False(Settings(environment, "integrering.example").AllowPrivateAddresses);
        Assert.True(Settings("Development", "integrering.example", allowPrivate: "true").AllowPrivateAddresses);
    }

    [Theory]
    [InlineData("https://fagsystem.example/events", true)]
    [InlineData("https://fagsystem.example:8443/events?of=ours", true)]
    [InlineData("https://193.69.1.1/", true)]
    [InlineData("http://fagsystem.example/events", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://10.1.2.3/", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("https://2130706433/", false)]
    public void A_private_address_is_not_taken(string url, bool taken) =>
        Assert.Equal(taken, ReceiverUrl.MayBe(url, allowPrivate: false));

    private static SubscriptionSettings Settings(string environment, string? origin, string? allowPrivate = null) =>
        SubscriptionSettings.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Subscriptions:Origin"] = origin,
                        ["Subscriptions:AllowPrivateAddresses"] = allowPrivate,
                    }
                )
                .Build(),
            new Environment(environment)
        );

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Settlement";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
