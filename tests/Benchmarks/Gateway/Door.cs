namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>A way to the service.</summary>
/// <param name="Name">Its name in figures.</param>
/// <param name="Label">What it is.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="ProcessId">Its process; 0 when there is none between the load and the service.</param>
internal sealed record Door(string Name, string Label, int Port, int ProcessId);
