using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>A part of the suite, put to one subject. Each test has servers of its own.</summary>
public abstract class Compliance(Subject subject)
{
    /// <summary>The order that a test is about.</summary>
    protected Guid Order { get; } = Guid.NewGuid();

    protected async Task<Service> StartAsync(Action<Setup> setup, Action<IServiceCollection>? services = null) =>
        await subject.StartAsync(await NewServersAsync(), setup, services);

    protected Task<Servers> NewServersAsync() => subject.NewServersAsync();

    protected Task<Service> StartAsync(
        Servers servers,
        Action<Setup> setup,
        Action<IServiceCollection>? services = null,
        bool waitForBroker = true
    ) => subject.StartAsync(servers, setup, services, waitForBroker: waitForBroker);
}
