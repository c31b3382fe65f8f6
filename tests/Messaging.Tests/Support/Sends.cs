using MassTransit;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>Counts the sends that the broker has not answered yet.</summary>
public sealed class Sends : ISendObserver
{
    private readonly Lock _gate = new();

    public int UnderWay { get; private set; }

    public int Most { get; private set; }

    public Task PreSend<T>(SendContext<T> context)
        where T : class => Add(1);

    public Task PostSend<T>(SendContext<T> context)
        where T : class => Add(-1);

    public Task SendFault<T>(SendContext<T> context, Exception exception)
        where T : class => Add(-1);

    private Task Add(int sends)
    {
        lock (_gate)
        {
            UnderWay += sends;
            Most = Math.Max(Most, UnderWay);
        }

        return Task.CompletedTask;
    }
}
