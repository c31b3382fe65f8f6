using System.Collections.Concurrent;
using MassTransit;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// Where this process's messages go. An address is taken apart once: that takes longer than the rest of writing a message.
/// </summary>
internal sealed class Destinations(IBus bus)
{
    private readonly ConcurrentDictionary<string, Destination> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, Destination?> _published = new();

    /// <summary>The destination that an address names.</summary>
    public Destination Of(Uri address)
    {
        if (_known.TryGetValue(address.OriginalString, out var known))
        {
            return known;
        }

        var destination = Destination.Of(address);
        // Queues that wait for one answer come and go; the others are as many as there are messages and consumers.
        return destination.Temporary ? destination : _known.GetOrAdd(address.OriginalString, destination);
    }

    /// <summary>Where events of this type are published, if they can be.</summary>
    public Destination? OfPublished<T>()
        where T : class =>
        _published.GetOrAdd(
            typeof(T),
            static (_, bus) => bus.Topology.TryGetPublishAddress<T>(out var address) ? Destination.Of(address) : null,
            bus
        );
}
