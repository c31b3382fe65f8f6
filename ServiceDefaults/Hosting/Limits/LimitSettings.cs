using Microsoft.Extensions.Configuration;

namespace IntegrationPlatform.Hosting.Limits;

/// <summary>What a process takes of one request, from the section <c>Limits</c> of the configuration.</summary>
public sealed record LimitSettings
{
    /// <summary>The largest request body, in bytes.</summary>
    public long BodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The largest sum of request headers, in bytes.</summary>
    public int HeaderBytes { get; init; } = 16 * 1024;

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
