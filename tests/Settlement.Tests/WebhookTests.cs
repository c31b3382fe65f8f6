using System.Net;
using System.Text;
using IntegrationPlatform.Settlement.Conversations;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Webhooks;
using Microsoft.Extensions.Configuration;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>The form of what leaves for IMDinett.</summary>
public sealed class WebhookTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Fact]
    public void The_signature_is_that_of_the_specifications_example() =>
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of(
                [WebhookSignature.Key(Secret)],
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                Encoding.UTF8.GetBytes("""{"test": 2432232314}""")
            )
        );

    [Fact]
    public void While_a_key_rotates_there_is_a_signature_of_each()
    {
        byte[][] keys = [WebhookSignature.Key(Secret), new byte[32]];

        var both = WebhookSignature.Of(keys, "id", 1, "{}"u8);

        Assert.Equal(
            [WebhookSignature.Of([keys[0]], "id", 1, "{}"u8), WebhookSignature.Of([keys[1]], "id", 1, "{}"u8)],
            both.Split(' ')
        );
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    public void A_private_address_is_not_called(string address) =>
        Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("193.69.1.1")]
    [InlineData("2a02:2028::1")]
    public void A_public_address_is_called(string address) =>
        Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_receiver_on_a_private_address_is_refused_before_anything_is_sent()
    {
        using var client = new ImdinettClient(Settings("https://localhost:1/"));

        var attempt = await client.SendAsync("id", "{}"u8.ToArray(), CancellationToken.None);

        Assert.Equal(AttemptOutcome.ForbiddenAddress, attempt.Outcome);
    }

    [Theory]
    [InlineData("http://imdinett.example/")]
    [InlineData("ftp://imdinett.example/")]
    public void Only_an_encrypted_address_is_taken(string url) =>
        Assert.Contains(
            "Imdinett:Url",
            Assert.Throws<InvalidOperationException>(() => Settings(url)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Retries_go_from_five_seconds_to_a_day_and_then_end()
    {
        var schedule = RetrySchedule.Default;
        var waits = Enumerable.Range(1, schedule.Waits.Count).Select(i => schedule.After(i)!.Value).ToList();

        Assert.InRange(waits[0], TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
        Assert.InRange(waits[^1], TimeSpan.FromHours(24), TimeSpan.FromHours(28.8));
        Assert.Equal(schedule.Waits.Order(), schedule.Waits);
        Assert.Null(schedule.After(schedule.Waits.Count + 1));
    }

    [Theory]
    [InlineData(2024, 3, 31)]
    [InlineData(2016, 3, 27)]
    [InlineData(2025, 4, 20)]
    public void Easter_is_where_the_calendar_has_it(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), NorwegianWorkdays.Easter(year));

    [Theory]
    [InlineData("2024-03-28")]
    [InlineData("2024-03-29")]
    [InlineData("2024-04-01")]
    [InlineData("2024-05-01")]
    [InlineData("2024-05-09")]
    [InlineData("2024-05-17")]
    [InlineData("2024-05-20")]
    [InlineData("2024-12-25")]
    [InlineData("2024-06-01")]
    public void Nobody_works_on_a_public_holiday_or_at_the_weekend(string day) =>
        Assert.False(NorwegianWorkdays.IsWorkday(DateOnly.Parse(day, null)));

    private static ImdinettSettings Settings(string url) =>
        ImdinettSettings.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?> { ["Imdinett:Url"] = url, ["Imdinett:SigningKey"] = Secret }
                )
                .Build()
        );
}
