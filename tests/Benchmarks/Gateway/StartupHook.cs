#pragma warning disable MA0047, RCS1110 // The runtime looks for exactly this name, in no namespace.

/// <summary>
/// Makes the runtime load this assembly into a process of the gateway; see
/// <see cref="IntegrationPlatform.Benchmarks.Gateway.WithoutCheck"/>.
/// </summary>
internal static class StartupHook
{
    /// <summary>Being loaded is all.</summary>
    public static void Initialize() { }
}
