namespace IntegrationPlatform.Benchmarks;

/// <summary>A benchmark cannot go on: what it measures did not do its work.</summary>
internal sealed class BenchException(string message) : Exception(message);
