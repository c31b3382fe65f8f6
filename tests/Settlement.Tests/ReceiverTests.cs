using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>The stand-in for IMDinett checks what a real receiver would check.</summary>
public sealed class ReceiverTests : IAsyncLifetime
{
    private Receiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await Receiver.StartNewAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task An_event_that_nobody_vouches_for_is_refused()
    {
        var resident = Guid.NewGuid();

        Assert.Equal(401, await Send(resident, 1, key: new byte[32]));
        Assert.Equal(401, await Send(resident, 1, at: DateTimeOffset.UtcNow.AddMinutes(-6)));
        Assert.Equal(401, await Send(resident, 1, at: DateTimeOffset.UtcNow.AddMinutes(6)));
        Assert.Empty(await _receiver.TransfersAsync());
        Assert.Equal(3, await _receiver.CountAsync("rejected"));
    }

    [Fact]
    public async Task An_event_is_applied_once_and_a_redelivery_is_counted_apart()
    {
        var (resident, handoff) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(200, await Send(resident, 1, handoff));
        Assert.Equal(200, await Send(resident, 1, handoff));

        Assert.Equal([resident], await _receiver.TransfersAsync());
        Assert.Equal(
            (1, 0, 1),
            (
                await _receiver.CountAsync("received"),
                await _receiver.CountAsync("duplicates"),
                await _receiver.CountAsync("redeliveries")
            )
        );
    }

    [Fact]
    public async Task An_event_before_its_turn_is_refused()
    {
        var (resident, handoff) = (Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(409, await Send(resident, 2, handoff));
        Assert.Equal(200, await Send(resident, 1, handoff));
        Assert.Equal(200, await Send(resident, 2, handoff));
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill()
    {
        var (resident, handoff) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(200, await Send(resident, 1, handoff));

        await _receiver.KillAsync();
        await _receiver.StartAsync();

        Assert.Equal([resident], await _receiver.TransfersAsync());
        Assert.Equal(200, await Send(resident, 1, handoff));
        Assert.Equal([resident], await _receiver.TransfersAsync());
    }

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_text()
    {
        Assert.Equal(200, await Send(Guid.NewGuid(), 1, name: "<script>alert(1)</script>"));

        var page = await _receiver.PageAsync("municipalities/0301");

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
    }

    private async Task<int> Send(
        Guid resident,
        int sequence,
        Guid? handoff = null,
        byte[]? key = null,
        DateTimeOffset? at = null,
        string name = "Name"
    )
    {
        var cloudEvent = CloudEvent.Of(
            handoff ?? Guid.NewGuid(),
            resident,
            sequence,
            EventTypes.Transfer,
            new
            {
                householdId = Guid.NewGuid(),
                municipality = new { number = "0301", name = "Oslo" },
                ageGroup = "adult",
                acceptedOn = "2024-03-04",
                competence = new { name },
                note = (object?)null,
                programme = (object?)null,
            },
            DateTimeOffset.UtcNow
        );
        var body = JsonSerializer.SerializeToUtf8Bytes(cloudEvent, JsonSerializerOptions.Web);
        var timestamp = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType);
        content.Headers.Add("webhook-id", cloudEvent.Id);
        content.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        content.Headers.Add(
            "webhook-signature",
            WebhookSignature.Of([key ?? WebhookSignature.Key(_receiver.SigningKey)], cloudEvent.Id, timestamp, body)
        );
        using var answer = await _receiver.PostAsync(content);
        return (int)answer.StatusCode;
    }
}
