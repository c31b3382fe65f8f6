using System.Globalization;
using System.Threading.RateLimiting;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.RateLimiting;

namespace IntegrationPlatform.Gateway.Limits;

/// <summary>
/// How many requests an organisation may send, from the section <c>RateLimit</c>. Who has no valid token shares by address.
/// </summary>
internal sealed record OrganisationRate
{
    /// <summary>Requests a second, in the long run.</summary>
    public int PerSecond { get; init; } = 500;

    /// <summary>Requests in one go, after a while of silence.</summary>
    public int Burst { get; init; } = 2_000;

    /// <summary>Requests under way at the same time.</summary>
    public int AtOnce { get; init; } = 200;

    public static void Add(IServiceCollection services)
    {
        services.AddRateLimiter(options => options.OnRejected = RejectAsync);
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IConfiguration>(
                (options, configuration) =>
                {
                    var rate = configuration.GetSection("RateLimit").Get<OrganisationRate>() ?? new OrganisationRate();
                    options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                        PartitionedRateLimiter.Create<HttpContext, string>(http =>
                            RateLimitPartition.GetConcurrencyLimiter(Sender(http), _ => rate.Places())
                        ),
                        PartitionedRateLimiter.Create<HttpContext, string>(http =>
                            RateLimitPartition.GetTokenBucketLimiter(Sender(http), _ => rate.Bucket())
                        )
                    );
                }
            );
    }

    private TokenBucketRateLimiterOptions Bucket() =>
        new()
        {
            TokenLimit = Burst,
            TokensPerPeriod = Math.Max(1, PerSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromSeconds(PerSecond >= 10 ? 0.1 : 1.0 / PerSecond),
        };

    private ConcurrencyLimiterOptions Places() => new() { PermitLimit = AtOnce };

    private static string Sender(HttpContext http) =>
        http.Features.Get<Caller>()?.Organisation ?? $"address {http.Connection.RemoteIpAddress}";

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero;
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
            .ToString(CultureInfo.InvariantCulture);
        await GeneralProblems.TooMany.With().ExecuteAsync(context.HttpContext);
    }
}
