namespace IntegrationPlatform.Benchmarks;

/// <summary>How a benchmark was asked for.</summary>
/// <param name="Json">End with one line of JSON.</param>
/// <param name="Quick">Few rounds and little history: shows that the benchmark works, not how fast anything is.</param>
internal sealed record BenchOptions(bool Json, bool Quick)
{
    public static BenchOptions From(IReadOnlyList<string> args) =>
        args.FirstOrDefault(arg => arg is not ("--json" or "--quick")) is { } unknown
            ? throw new BenchException($"{unknown} is not known. See: ./platform help bench")
            : new BenchOptions(args.Contains("--json"), args.Contains("--quick"));
}
