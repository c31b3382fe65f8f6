using System.Reflection;
using System.Security.Claims;
using System.Text.Encodings.Web;
using IntegrationPlatform.Benchmarks.Gateway;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

[assembly: HostingStartup(typeof(WithoutCheck))]

namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>
/// Replaces a check of the gateway in a process that the benchmark started, from outside: the runtime loads this assembly
/// into the process (<c>DOTNET_STARTUP_HOOKS</c>) and the host asks it (<c>ASPNETCORE_HOSTINGSTARTUPASSEMBLIES</c>).
/// </summary>
internal sealed class WithoutCheck : IHostingStartup
{
    public const string Token = "token";
    public const string Policy = "policy";
    public const string Rate = "rate";
    public const string Compression = "compression";
    private const string Variable = "BENCH_WITHOUT";

    /// <summary>What starts the gateway without a check.</summary>
    public static Dictionary<string, string?> Settings(string check)
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DOTNET_STARTUP_HOOKS"] = assembly.Location,
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = assembly.GetName().Name,
            [Variable] = check,
        };
    }

    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services =>
        {
            foreach (var check in (Environment.GetEnvironmentVariable(Variable) ?? "").Split(' '))
            {
                Replace(services, check);
            }
        });

    private static void Replace(IServiceCollection services, string check)
    {
        switch (check)
        {
            case Token:
                services.PostConfigure<AuthenticationOptions>(options =>
                    options.SchemeMap.Values.Single().HandlerType = typeof(Anybody)
                );
                services.AddTransient<Anybody>();
                break;
            case Policy:
                services.AddTransient<IPolicyEvaluator, AnyPolicy>();
                break;
            case Rate:
                services.PostConfigure<RateLimiterOptions>(options => options.GlobalLimiter = null);
                break;
            case Compression:
                services.AddSingleton<IResponseCompressionProvider, Plain>();
                break;
        }
    }

    /// <summary>Lets everybody in as one and the same caller.</summary>
    private sealed class Anybody(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        UrlEncoder encoder
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        private static readonly Caller One = new(
            "987879696",
            "bench",
            Supplier: null,
            new HashSet<string>(
                ["imdi:integrering/mapping.read", "imdi:integrering/mapping.write"],
                StringComparer.Ordinal
            )
        );
        private static readonly ClaimsPrincipal Principal = new(
            new ClaimsIdentity([new Claim(ClaimTypes.Name, One.Organisation)], "bench")
        );

        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            Context.Features.Set(One);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(Principal, Scheme.Name)));
        }
    }

    /// <summary>Finds every policy met, but still authenticates.</summary>
    private sealed class AnyPolicy : IPolicyEvaluator
    {
        public Task<AuthenticateResult> AuthenticateAsync(AuthorizationPolicy policy, HttpContext context) =>
            Task.FromResult(
                context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult ?? AuthenticateResult.NoResult()
            );

        public Task<PolicyAuthorizationResult> AuthorizeAsync(
            AuthorizationPolicy policy,
            AuthenticateResult authenticationResult,
            HttpContext context,
            object? resource
        ) => Task.FromResult(PolicyAuthorizationResult.Success());
    }

    /// <summary>Compresses nothing.</summary>
    private sealed class Plain : IResponseCompressionProvider
    {
        public ICompressionProvider? GetCompressionProvider(HttpContext context) => null;

        public bool ShouldCompressResponse(HttpContext context) => false;

        public bool CheckRequestAcceptsCompression(HttpContext context) => false;
    }
}
