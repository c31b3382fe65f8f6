using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>The reading page in a real browser, under the policy that it is served with.</summary>
[Collection("node")]
public sealed class BrowserTests
{
    [BrowserFact]
    public async Task An_operation_can_be_read_and_tried_with_a_token()
    {
        await using var mapping = await TestApp.StartAsync(app =>
            app.MapGet("/mapping/v1/languages", () => new[] { "so", "ti" })
                .WithName("listLanguages")
                .RequireScope("mapping.read")
        );
        await using var gateway = RunningGateway.Start(
            new Dictionary<string, Uri[]> { ["mapping"] = [mapping.Address] }
        );

        var (exitCode, output) = await NodeTools.RunAsync(
            "page",
            gateway.ClientOptions.BaseAddress.ToString().TrimEnd('/'),
            BrowserFactAttribute.Browser!,
            TestTokens.For("974760746", "mapping.read")
        );

        Assert.True(exitCode == 0, output);
    }
}

/// <summary>A test that needs Node.js and Chromium; without them, it is skipped and says so.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium"];

    public BrowserFactAttribute() =>
        Skip =
            NodeTools.Missing
            ?? (
                Browser is null ? "Chromium is not installed here: the reading page was not opened in a browser." : null
            );

    /// <summary>Its program; null when it is not installed.</summary>
    public static string? Browser { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(_ => Names, Path.Combine)
            .FirstOrDefault(File.Exists);
}
