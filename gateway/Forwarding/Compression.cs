using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace IntegrationPlatform.Gateway.Forwarding;

/// <summary>
/// Compresses answers, also over TLS. The attacks on that (BREACH) need a victim's browser that adds its secret by itself
/// to requests which the attacker words; here every request carries its token in a header, and there are no cookies.
/// </summary>
internal static class Compression
{
    private static readonly string[] Types = ["application/json", "application/problem+json"];

    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(Types).Distinct();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
