using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>The crews of this process: one for each consumer.</summary>
internal sealed class InboxCrews<TDb>(IServiceProvider services)
    where TDb : DbContext
{
    private readonly ConcurrentDictionary<string, InboxCrew<TDb>> _crews = new(StringComparer.Ordinal);

    /// <summary>The crew that handles a consumer's messages.</summary>
    /// <param name="consumer">The consumer's name.</param>
    public InboxCrew<TDb> Of(string consumer) =>
        _crews.GetOrAdd(
            consumer,
            static (_, services) => ActivatorUtilities.CreateInstance<InboxCrew<TDb>>(services),
            services
        );
}
