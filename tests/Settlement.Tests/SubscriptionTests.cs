using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using IntegrationPlatform.Settlement.Notices;
using IntegrationPlatform.Settlement.Subscriptions;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>A partner is told by webhook: after it agreed, in order, at least once, and nobody else (ALL-1, ALL-3).</summary>
[Collection(SettlementCollection.Name)]
public sealed class SubscriptionTests(SettlementFixture service) : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly string _organisation = TestCluster.NewOrganisation();
    private Webhook _webhook = null!;
    private HttpClient _partner = null!;

    public async Task InitializeAsync()
    {
        _webhook = await Webhook.StartAsync();
        _partner = service.Caller(_organisation, "settlement.read", "settlement.write");
    }

    public async Task DisposeAsync()
    {
        await _partner.DeleteAsync("subscription");
        _partner.Dispose();
        await _webhook.DisposeAsync();
    }

    [Fact]
    public async Task A_municipality_is_called_when_it_is_asked()
    {
        var story = new Story(service);
        await Put(story.Municipality, _webhook).Json();

        var request = await story.Requested();

        await Arrived(1);
        Assert.Equal(request, _webhook.Posts[0].Event.GetProperty("subject").GetGuid());
        Assert.Equal((SettlementFixture.Origin, "600"), Assert.Single(_webhook.Questions));
        await story.Municipality.DeleteAsync("subscription");
    }

    [Fact]
    public async Task An_event_comes_in_the_form_of_the_transfer_event_signed_with_the_partners_secret()
    {
        await Subscribe();
        await Tell(1);
        await Arrived(1);

        var posted = _webhook.Posts[0];
        Assert.Equal("application/cloudevents+json; charset=utf-8", posted.Headers["Content-Type"]);
        Assert.Equal(SettlementFixture.Origin, posted.Headers["WebHook-Request-Origin"]);
        Assert.Equal(posted.Id.ToString(), posted.Headers["webhook-id"]);
        var head = Encoding.UTF8.GetBytes($"{posted.Id}.{posted.Headers["webhook-timestamp"]}.");
        byte[] signed = [.. head, .. posted.Body];
        var key = Convert.FromBase64String(_webhook.Secret["whsec_".Length..]);
        Assert.Equal(
            $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}",
            posted.Headers["webhook-signature"]
        );
        Assert.DoesNotContain("traceparent", posted.Headers.Keys);
        var feed = (await _partner.Get("notices").Json()).GetProperty("events")[0];
        Assert.True(JsonElement.DeepEquals(feed, posted.Event));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("somebody.else")]
    public async Task Nothing_is_sent_to_an_address_that_does_not_agree(string? allowed)
    {
        _webhook.AllowedOrigin = allowed;
        await Put().Json();
        await Tell(1);
        var state = await Reaches("suspended");
        Assert.Equal("notGranted", state.GetProperty("lastAttempt").GetProperty("outcome").GetString());
        Assert.Equal(200, state.GetProperty("lastAttempt").GetProperty("status").GetInt32());
        Assert.Equal(JsonValueKind.Null, state.GetProperty("confirmedAt").ValueKind);
        Assert.Equal(4, _webhook.Questions.Count);
        Assert.Empty(_webhook.Posts);

        // It agrees at last, and gets what happened since it was named first.
        _webhook.AllowedOrigin = "*";
        await Put().Json();
        await Arrived(1);
        Assert.Equal("active", (await State()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_first_subscription_begins_with_what_happens_from_then_on()
    {
        var before = await Tell(1);
        await Eventually.Holds("it is over", async () => (await Feed()).Count == 1);
        await Subscribe();
        var after = await Tell(1);

        await Arrived(1);

        Assert.NotEqual(before, after);
        Assert.Equal(after, Ids());
    }

    [Fact]
    public async Task What_fails_comes_again_before_what_follows_it()
    {
        await Subscribe();
        _webhook.Fail(2, status: 500);
        var told = await Tell(3);

        await Arrived(5);

        Assert.Equal([told[0], told[0], told[0], told[1], told[2]], Ids());
        Assert.Equal(0, (await State()).GetProperty("tries").GetInt32());
    }

    [Fact]
    public async Task A_lost_answer_leads_to_the_same_event_once_more()
    {
        await Subscribe();
        _webhook.Fail(1, status: 0);
        var told = await Tell(1);

        await Arrived(2);

        Assert.Equal([told[0], told[0]], Ids());
        Assert.Equal(
            _webhook.Posts[0].Headers["webhook-id"],
            _webhook.Posts[1].Headers["webhook-id"],
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task After_the_last_try_it_is_suspended_and_goes_on_from_its_place_when_it_is_named_anew()
    {
        await Subscribe();
        var first = await Tell(1);
        await Arrived(1);
        await Eventually.Holds(
            "it is recorded",
            async () => (await State()).GetProperty("lastDeliveredAt").ValueKind == JsonValueKind.String
        );
        _webhook.Fail(4, status: 503);
        var second = await Tell(2);
        var state = await Reaches("suspended");
        Assert.Equal("refused", state.GetProperty("lastAttempt").GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, state.GetProperty("nextAttemptAt").ValueKind);
        var waiting = await _partner.Get($"notices?after={state.GetProperty("next").GetString()}").Json();
        Assert.Equal(second, waiting.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("id").GetGuid()));

        await using var other = await Webhook.StartAsync();
        await Put(_partner, other).Json();

        await Eventually.Holds("the rest arrived", () => Task.FromResult(other.Posts.Count == 2));
        Assert.Equal(second, other.Posts.Select(p => p.Id));
        Assert.Equal([.. first, second[0], second[0], second[0], second[0]], Ids());
    }

    [Fact]
    public async Task An_address_that_is_gone_is_sent_nothing_more()
    {
        await Subscribe();
        _webhook.Fail(1, status: 410);
        var told = await Tell(2);

        var state = await Reaches("ended");
        Assert.Equal("gone", state.GetProperty("lastAttempt").GetProperty("outcome").GetString());
        Assert.Single(_webhook.Posts);

        await Put().Json();
        await Arrived(3);
        Assert.Equal([told[0], told[0], told[1]], Ids());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task An_address_that_asks_to_wait_is_waited_for(int status)
    {
        await Subscribe();
        _webhook.Fail(1, status, retryAfter: 2);
        await Tell(1);

        await Arrived(2);

        Assert.InRange(_webhook.Posts[1].At - _webhook.Posts[0].At, TimeSpan.FromSeconds(1.9), Minute);
    }

    [Fact]
    public async Task The_rate_that_the_address_allows_is_kept()
    {
        _webhook.AllowedRate = "60";
        await Subscribe();
        Assert.Equal(60, (await State()).GetProperty("allowedRate").GetInt32());
        await Tell(3);

        await Arrived(3);

        Assert.InRange(_webhook.Posts[2].At - _webhook.Posts[0].At, TimeSpan.FromSeconds(1.8), Minute);
    }

    [Fact]
    public async Task The_secret_never_comes_back()
    {
        var log = new LogLines();
        service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var spans = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "IntegrationPlatform.Settlement" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add($"{span.DisplayName} {string.Join(' ', span.TagObjects)}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var secret = _webhook.Secret["whsec_".Length..];
        var path = new Uri(_webhook.Url).PathAndQuery;

        var key = $"subscription-{_organisation}";
        var first = await PutOnce(key);
        var again = await PutOnce(key);
        await Reaches("active");
        await Tell(1);
        await Arrived(1);
        await Eventually.Holds(
            "it is recorded",
            async () => (await State()).GetProperty("lastDeliveredAt").ValueKind == JsonValueKind.String
        );

        Assert.Equal(first, again);
        Assert.DoesNotContain(secret, first, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await State()).GetRawText(), StringComparison.Ordinal);
        var rest = await service.InDatabase(db => db.Subscriptions.SingleAsync(s => s.Organisation == _organisation));
        Assert.DoesNotContain(secret, rest.SealedSecret, StringComparison.Ordinal);
        var audit = await service.InDatabase(db =>
            db.Database.SqlQuery<string>(
                    $"select a::text as \"Value\" from audit_entries a where organisation = {_organisation}"
                )
                .ToListAsync()
        );
        Assert.Contains(audit, line => line.Contains("PUT", StringComparison.Ordinal));
        Assert.Contains(log.All, line => line.Contains(_organisation, StringComparison.Ordinal));
        Assert.Contains(spans, span => span.StartsWith("notify a partner", StringComparison.Ordinal));
        Assert.DoesNotContain(
            [.. audit, .. log.All, .. spans],
            line =>
                line.Contains(secret, StringComparison.Ordinal)
                || line.Contains(path, StringComparison.Ordinal)
                || line.Contains(new Uri(_webhook.Url).Authority, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("/relative")]
    [InlineData("ftp://partner.example/events")]
    [InlineData("https://us:pass@partner.example/events")]
    [InlineData("https://partner.example/events#part")]
    public async Task An_address_that_cannot_be_called_is_refused_and_nothing_changes(string url)
    {
        await Put(url, _webhook.Secret).Invalid("/url", "SET-3");
        await Put($"https://partner.example/{new string('a', 2000)}", _webhook.Secret).Invalid("/url", "SET-3");

        await _partner.Get("subscription").Refused(404, "no-subscription");
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_not base64 at all, not at all")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public async Task A_secret_that_is_none_is_refused_and_nothing_changes(string secret)
    {
        await Subscribe();
        var before = (await State()).GetRawText();

        var problem = await Put("https://partner.example/", secret).Refused(400, "invalid-request");
        await Put("https://partner.example/", $"whsec_{Convert.ToBase64String(new byte[65])}")
            .Invalid("/secret", "SET-3");

        Assert.Equal(["/secret"], problem.Errors.Keys);
        Assert.Equal(before, (await State()).GetRawText());
    }

    [Fact]
    public async Task Another_organisation_sees_and_ends_nothing_of_it()
    {
        await Subscribe();
        using var stranger = service.Caller(TestCluster.NewOrganisation(), "settlement.read", "settlement.write");

        await stranger.Get("subscription").Refused(404, "no-subscription");
        await stranger.DeleteAsync("subscription").Refused(404, "no-subscription");
        await Tell(1);
        await Arrived(1);

        Assert.Empty((await stranger.Get("notices").Json()).GetProperty("events").EnumerateArray());
        Assert.Equal("active", (await State()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_ended_subscription_is_sent_nothing_more()
    {
        await Subscribe();
        Assert.Equal(204, (int)(await _partner.DeleteAsync("subscription")).StatusCode);
        await _partner.Get("subscription").Refused(404, "no-subscription");
        await Tell(1);

        // Named anew it begins with what happens from then on: all that comes now is the second.
        await Eventually.Holds("it is over", async () => (await Feed()).Count == 1);
        await Subscribe();
        var second = await Tell(1);
        await Arrived(1);
        Assert.Equal(second, Ids());
    }

    [Fact]
    public async Task Replicas_call_an_organisation_one_after_the_other_and_in_order()
    {
        _webhook.Takes = TimeSpan.FromMilliseconds(20);
        await Subscribe();
        using var replica = ActivatorUtilities.CreateInstance<SubscriptionLoop>(service.Services);
        using var third = ActivatorUtilities.CreateInstance<SubscriptionLoop>(service.Services);
        await replica.StartAsync(default);
        await third.StartAsync(default);

        var told = await Tell(12);
        await Arrived(12);
        await replica.StopAsync(default);
        await third.StopAsync(default);

        Assert.Equal(told, Ids());
        Assert.Equal(1, _webhook.MostAtOnce);
    }

    [Fact]
    public async Task A_subscription_in_the_hands_of_a_dead_replica_is_taken_by_another_when_the_lease_runs_out()
    {
        await Subscribe();
        var dead = Guid.CreateVersion7();
        await service.InDatabase(db =>
            db.Subscriptions.Where(s => s.Organisation == _organisation)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(s => s.Lease, dead)
                        .SetProperty(s => s.LeasedUntil, DateTimeOffset.UtcNow.AddSeconds(2))
                )
        );
        var began = DateTimeOffset.UtcNow;

        await Tell(1);
        await Arrived(1);

        Assert.InRange(_webhook.Posts[0].At - began, TimeSpan.FromSeconds(1.5), Minute);
    }

    private Task<HttpResponseMessage> Put() => Put(_partner, _webhook);

    private Task<HttpResponseMessage> Put(string url, string secret) =>
        _partner.PutAsJsonAsync("subscription", new { url, secret });

    private static Task<HttpResponseMessage> Put(HttpClient partner, Webhook webhook) =>
        partner.PutAsJsonAsync("subscription", new { url = webhook.Url, secret = webhook.Secret });

    private async Task<string> PutOnce(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "subscription");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new { url = _webhook.Url, secret = _webhook.Secret });
        using var answer = await _partner.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task Subscribe()
    {
        await Put().Json();
        await Reaches("active");
    }

    private Task<JsonElement> State() => _partner.Get("subscription").Json();

    private async Task<JsonElement> Reaches(string state)
    {
        await Eventually.Becomes(state, async () => (await State()).GetProperty("state").GetString());
        return await State();
    }

    /// <summary>Notices of their own, each in a transaction of its own; their ids in order.</summary>
    private async Task<IReadOnlyList<Guid>> Tell(int count)
    {
        var told = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var request = Guid.CreateVersion7();
            var notice = Notice.To(
                _organisation,
                clusterId: null,
                NoticeTypes.SettlementRequested,
                request,
                new RequestedData(request, "5001", new DateOnly(2024, 3, 18)),
                service.Clock.GetUtcNow()
            );
            await service.Save(db => db.Add(notice));
            told.Add(notice.Id);
        }

        return told;
    }

    private async Task<List<JsonElement>> Feed() =>
        [.. (await _partner.Get("notices").Json()).GetProperty("events").EnumerateArray()];

    private Task Arrived(int count) =>
        Eventually.Holds(
            string.Create(CultureInfo.InvariantCulture, $"{count} events arrived"),
            () => Task.FromResult(_webhook.Posts.Count >= count)
        );

    private List<Guid> Ids() => [.. _webhook.Posts.Select(p => p.Id)];
}
