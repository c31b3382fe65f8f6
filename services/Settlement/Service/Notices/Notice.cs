using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationPlatform.Settlement.Feeds;
using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Notices;

/// <summary>
/// What one organisation is told of its cases: a row for each organisation and event. It holds ids, numbers and days, nothing
/// personal (ALL-1).
/// </summary>
public sealed class Notice
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static long _last;

    /// <summary>The notice's id, and its event's; it orders the notices of one transaction.</summary>
    public required Guid Id { get; init; }

    /// <summary>Organisation number of who is told.</summary>
    public required string Organisation { get; init; }

    /// <summary>
    /// The cluster as whose party the organisation is told; null when it is told whatever the cluster. A revoked cluster's
    /// parties are told no more (GRA-4).
    /// </summary>
    public required Guid? ClusterId { get; init; }

    /// <summary>One of <see cref="NoticeTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>The request, or the resident.</summary>
    public required Guid Subject { get; init; }

    /// <summary>What it says, in JSON.</summary>
    public required string Data { get; init; }

    /// <summary>When it was written, on the platform's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The trace that it belongs to (W3C), which its deliveries continue.</summary>
    public string? Traceparent { get; init; }

    /// <summary>The transaction that wrote it: what a feed has given can then never be overtaken.</summary>
    public long Transaction { get; private set; }

    /// <summary>Its place in the feed.</summary>
    public FeedCursor Place => new(Transaction, Id);

    /// <summary>Tells an organisation.</summary>
    /// <param name="organisation">Its number.</param>
    /// <param name="clusterId">The cluster as whose party it is told.</param>
    /// <param name="type">One of <see cref="NoticeTypes"/>.</param>
    /// <param name="subject">The request, or the resident.</param>
    /// <param name="data">Ids, numbers and days.</param>
    /// <param name="at">The time, on the platform's clock.</param>
    public static Notice To(
        string organisation,
        Guid? clusterId,
        string type,
        Guid subject,
        object data,
        DateTimeOffset at
    ) =>
        new()
        {
            Id = NextId(),
            Organisation = organisation,
            ClusterId = clusterId,
            Type = type,
            Subject = subject,
            Data = JsonSerializer.Serialize(data, Json),
            At = at,
            Traceparent = Activity.Current?.Id,
        };

    /// <summary>The notice as the event that is pushed and read.</summary>
    public CloudEvent AsEvent() =>
        new(Id.ToString(), Type, Subject, At, Sequence: null, JsonSerializer.Deserialize<JsonElement>(Data));

    // Messages that are handled together share a transaction: a millisecond of its own keeps each notice in its order
    // (version 7, RFC 9562, 6.2).
    private static Guid NextId()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        long last;
        long next;
        do
        {
            last = Volatile.Read(ref _last);
            next = Math.Max(now, last + 1);
        } while (Interlocked.CompareExchange(ref _last, next, last) != last);

        return Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next));
    }
}
