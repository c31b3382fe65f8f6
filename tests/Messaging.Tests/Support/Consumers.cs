using System.Collections.Concurrent;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>Notes what it is told, and never saves: the inbox does.</summary>
public sealed class Recorder(ShopDb db) : IConsumer<OrderPlaced>, IConsumer<OrderShipped>
{
    public Task Consume(ConsumeContext<OrderPlaced> context)
    {
        db.Add(
            new Effect
            {
                About = context.Message.OrderId,
                What = "placed",
                Number = context.Message.Number,
            }
        );
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<OrderShipped> context)
    {
        db.Add(
            new Effect
            {
                About = context.Message.OrderId,
                What = "shipped",
                Number = context.Message.Number,
            }
        );
        return Task.CompletedTask;
    }
}

/// <summary>Notes each order of a group.</summary>
public sealed class GroupRecorder(ShopDb db) : IConsumer<OrdersTaken>
{
    public Task Consume(ConsumeContext<OrdersTaken> context)
    {
        db.AddRange(
            context.Message.Orders.Select(order => new Effect
            {
                About = order.OrderId,
                What = "taken",
                Number = order.Number,
                Note = System.Diagnostics.Activity.Current?.TraceId.ToString(),
            })
        );
        return Task.CompletedTask;
    }
}

/// <summary>A second consumer of the same event.</summary>
public sealed class Auditor(ShopDb db) : IConsumer<OrderPlaced>
{
    public Task Consume(ConsumeContext<OrderPlaced> context)
    {
        db.Add(new Effect { About = context.Message.OrderId, What = "audited" });
        return Task.CompletedTask;
    }
}

/// <summary>What a test lets its consumers do, and sees them do.</summary>
public sealed class Script
{
    public ConcurrentQueue<Guid> Attempts { get; } = [];

    public Func<ConsumeContext, Exception?> Fault { get; set; } = _ => null;
}

/// <summary>Notes, publishes, and then fails as its script says.</summary>
public sealed class Scripted(ShopDb db, Script script) : IConsumer<OrderPlaced>
{
    public async Task Consume(ConsumeContext<OrderPlaced> context)
    {
        script.Attempts.Enqueue(context.MessageId!.Value);
        db.Add(new Effect { About = context.Message.OrderId, What = "scripted" });
        await context.Publish(new OrderShipped(context.Message.OrderId, context.Message.Number));
        if (script.Fault(context) is { } fault)
        {
            throw fault;
        }
    }
}

/// <summary>Counts a customer's orders; the first ones race for the customer's row.</summary>
public sealed class CustomerCount(ShopDb db) : IConsumer<OrderPlaced>
{
    public async Task Consume(ConsumeContext<OrderPlaced> context)
    {
        var name = context.Message.OrderId.ToString();
        var sql = $"""select * from {db.Table<Customer>()} where "Name" = {"{0}"} for update""";
        var customer = await db.Customers.FromSqlRaw(sql, name).SingleOrDefaultAsync(context.CancellationToken);
        customer ??= db.Add(new Customer { Name = name }).Entity;
        customer.Orders++;
    }
}

/// <summary>Answers a question.</summary>
public sealed class Pricing : IConsumer<AskPrice>
{
    public Task Consume(ConsumeContext<AskPrice> context) =>
        context.Message.OrderId == Guid.Empty
            ? throw new InvalidMessageException("There is no such order.")
            : context.RespondAsync(new Price(context.Message.OrderId, 12.50m));
}

/// <summary>Answers, and fails after its first answer.</summary>
public sealed class Hesitating(Script script) : IConsumer<AskPrice>
{
    public async Task Consume(ConsumeContext<AskPrice> context)
    {
        script.Attempts.Enqueue(context.MessageId!.Value);
        await context.RespondAsync(new Price(context.Message.OrderId, script.Attempts.Count));
        if (script.Attempts.Count == 1)
        {
            throw new TimeoutException("Not yet.");
        }
    }
}

/// <summary>Notes an order that nobody paid.</summary>
public sealed class Forgetting(ShopDb db) : IConsumer<OrderForgotten>
{
    public Task Consume(ConsumeContext<OrderForgotten> context)
    {
        db.Add(new Effect { About = context.Message.OrderId, What = "forgotten" });
        return Task.CompletedTask;
    }
}

/// <summary>Notes what came with a message.</summary>
public sealed class Tracer(ShopDb db) : IConsumer<OrderShipped>
{
    public Task Consume(ConsumeContext<OrderShipped> context)
    {
        var trace = System.Diagnostics.Activity.Current?.TraceId.ToString();
        db.Add(
            new Effect
            {
                About = context.Message.OrderId,
                What = "traced",
                Note = $"{trace} {context.CorrelationId} {context.Headers.Get<string>("Ground")}",
            }
        );
        return Task.CompletedTask;
    }
}

/// <summary>Sends on to a queue outside the platform.</summary>
public sealed class Forwarder : IConsumer<OrderPlaced>
{
    public Task Consume(ConsumeContext<OrderPlaced> context) =>
        context.Send(
            new Uri("exchange:one-receiver"),
            new OrderShipped(context.Message.OrderId, context.Message.Number)
        );
}
