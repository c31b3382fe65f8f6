using System.Linq.Expressions;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// The entity a message is about: its first member that is an id (<c>ResidentId</c> of
/// <c>ResidentArrived(Guid ResidentId, …)</c>). Messages about one entity leave in the order of writing.
/// </summary>
internal static class OrderingKey<T>
{
    private static readonly Func<T, Guid>? Read = Reader();

    public static Guid? Of(T message) => Read is { } read && read(message) is var id && id != Guid.Empty ? id : null;

    private static Func<T, Guid>? Reader()
    {
        var property = typeof(T)
            .GetProperties()
            .FirstOrDefault(p =>
                p.PropertyType == typeof(Guid)
                && p.GetIndexParameters().Length == 0
                && p.Name.EndsWith("Id", StringComparison.Ordinal)
            );
        if (property is null)
        {
            return null;
        }

        var message = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, Guid>>(Expression.Property(message, property), message).Compile();
    }
}
