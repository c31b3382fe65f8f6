using IntegrationPlatform.Hosting.Limits;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace IntegrationPlatform.Hosting.Lifetime;

/// <summary>
/// A stop in order: first "not ready", while requests are still served for as long as load balancers need to notice;
/// then the listener closes and what is under way finishes.
/// </summary>
internal sealed class Drain(LimitSettings limits) : IHostedLifecycleService, IHealthCheck
{
    private volatile State _state = State.Starting;

    private enum State
    {
        Starting,
        Started,
        Stopping,
    }

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            _state switch
            {
                State.Started => HealthCheckResult.Healthy(),
                State.Stopping => HealthCheckResult.Unhealthy("The process is stopping."),
                _ => HealthCheckResult.Unhealthy("The process is starting."),
            }
        );

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _state = State.Started;
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _state = State.Stopping;
        return Task.Delay(limits.Drain, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
