using Microsoft.Extensions.Configuration;

namespace IntegrationPlatform.Hosting.Limits;

/// <summary>What a process takes of one request and of one client, from the section <c>Limits</c> of the configuration.</summary>
public sealed record LimitSettings
{
    /// <summary>The largest request body, in bytes.</summary>
    public long BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The largest sum of request headers, in bytes.</summary>
    public int HeaderBytes { get; init; } = 16 * 1024;

    /// <summary>How long a request's headers may take to arrive; then the connection is closed.</summary>
    public TimeSpan Headers { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection may wait for its next request.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The slowest that a body may arrive and an answer may be taken, in bytes a second.</summary>
    public int SlowestBytesPerSecond { get; init; } = 1024;

    /// <summary>How long a client may be slower than that, at least one second.</summary>
    public TimeSpan SlowFor { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections at the same time; the next one is closed at once.</summary>
    public int Connections { get; init; } = 10_000;

    /// <summary>Requests at the same time on one connection of HTTP/2.</summary>
    public int Streams { get; init; } = 100;

    /// <summary>How long a request may take before it is answered 504.</summary>
    public TimeSpan Request { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopping process still serves while it says that it is not ready.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.Zero;

    /// <summary>How long what is under way may take to finish after that.</summary>
    public TimeSpan Shutdown { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Reads the settings.</summary>
    public static LimitSettings From(IConfiguration configuration) =>
        configuration.GetSection("Limits").Get<LimitSettings>() ?? new LimitSettings();
}
