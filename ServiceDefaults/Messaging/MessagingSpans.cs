using System.Diagnostics;

namespace IntegrationPlatform.Messaging;

/// <summary>
/// What a trace shows of messaging beside MassTransit's own spans: a span for each batch that leaves the outbox, and notes
/// on the span of whoever writes, handles or tries again.
/// </summary>
internal static class MessagingSpans
{
    private const string Group = "group.commit";

    public static readonly ActivitySource Source = new(MessagingMetrics.MeterName);

    /// <summary>
    /// The span of a batch that leaves. It is not the current one: what is sent goes on in the trace of whoever wrote it.
    /// </summary>
    public static Activity? StartBatch(int messages)
    {
        var span = Source.StartActivity("outbox.dispatch");
        Activity.Current = null;
        return span?.SetTag("messaging.batch.message_count", messages);
    }

    /// <summary>
    /// The span of a group of requests that commits as one, linked to the span of each; a group of one goes on in its trace.
    /// </summary>
    public static Activity? StartGroup(IReadOnlyList<Activity?> requests)
    {
        Activity.Current = null;
        return requests is [var only]
            ? Source.StartActivity(Group, ActivityKind.Internal, only?.Context ?? default)
            : Source.StartActivity(
                Group,
                ActivityKind.Internal,
                parentContext: default,
                links: requests.OfType<Activity>().Select(request => new ActivityLink(request.Context))
            );
    }

    /// <summary>Notes on the current span, if there is one, what happened to a message.</summary>
    public static void Note(string what, Guid? messageId) => Activity.Current.Note(what, messageId);

    /// <summary>Notes on a span, if there is one, what happened to a message.</summary>
    public static void Note(this Activity? span, string what, Guid? messageId)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.AddEvent(new ActivityEvent(what, tags: new() { ["messaging.message.id"] = messageId?.ToString() }));
        }
    }
}
