using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>An order as a request brings it.</summary>
public sealed record Taken(string Customer, int Number)
{
    public const string Impossible = "impossible";
}

/// <summary>Writes the customers of a group of orders, and tells of all orders with one event.</summary>
public sealed class OrderIntake(Guid order)
{
    public Task WriteAsync(IReadOnlyList<Taken> orders, DbContext db, IPublishEndpoint bus)
    {
        if (orders.Any(o => o.Customer == Taken.Impossible))
        {
            throw new InvalidOperationException("No.");
        }

        db.AddRange(orders.Select(o => new Customer { Name = o.Customer }));
        return bus.Publish(new OrdersTaken([.. orders.Select(o => new OrderPlaced(order, o.Number))]));
    }
}
