using System.Text.Json.Nodes;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>The whole document by the rules for APIs and by OWASP's, and the TypeScript types that are made of it.</summary>
[Collection("node")]
public sealed class NodeTests(WholePlatform platform) : IClassFixture<WholePlatform>
{
    [NodeFact]
    public async Task The_linter_has_nothing_to_say_of_the_document()
    {
        var (exitCode, output) = await Lint(platform.Document);

        Assert.True(exitCode == 0, output);
    }

    [NodeFact]
    public async Task The_linter_finds_an_operation_that_anybody_may_call()
    {
        var open = platform.Document.DeepClone().AsObject();
        open["paths"]!["/mapping/v1/residents"]!["post"]!.AsObject().Remove("security");

        var (exitCode, output) = await Lint(open);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("owasp:api2:2023-write-restricted", output, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task The_types_made_of_the_documents_compile()
    {
        var (made, making) = await NodeTools.RunAsync("types");
        Assert.True(made == 0, making);

        var (compiled, compiling) = await NodeTools.RunAsync("check");
        Assert.True(compiled == 0, compiling);
    }

    private static async Task<(int ExitCode, string Output)> Lint(JsonObject document)
    {
        var file = Path.Combine(Path.GetTempPath(), $"platform-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, document.ToJsonString());
        try
        {
            return await NodeTools.RunAsync("lint", file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
