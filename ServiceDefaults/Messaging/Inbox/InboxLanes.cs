using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>
/// The lanes of this process: as many for each consumer as it may handle messages at the same time. Messages about one
/// entity share a lane, so that they do not race each other.
/// </summary>
internal sealed class InboxLanes<TDb>(IServiceProvider services, MessagingOptions options)
    where TDb : DbContext
{
    private readonly ConcurrentDictionary<string, InboxLane<TDb>[]> _lanes = new(StringComparer.Ordinal);

    /// <summary>The lane of an entity's messages.</summary>
    /// <param name="consumer">The consumer's name.</param>
    /// <param name="entity">What the message is about.</param>
    public InboxLane<TDb> Of(string consumer, Guid entity)
    {
        var lanes = _lanes.GetOrAdd(
            consumer,
            _ =>
                [
                    .. Enumerable
                        .Range(0, options.Concurrency)
                        .Select(_ => ActivatorUtilities.CreateInstance<InboxLane<TDb>>(services)),
                ]
        );
        return lanes[(uint)entity.GetHashCode() % (uint)lanes.Length];
    }
}
