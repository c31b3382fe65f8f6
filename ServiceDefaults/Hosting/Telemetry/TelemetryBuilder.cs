using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace IntegrationPlatform.Hosting.Telemetry;

/// <summary>OpenTelemetry's builder over a host's services; its hosting package is not in every package mirror.</summary>
internal sealed record TelemetryBuilder(IServiceCollection Services) : IOpenTelemetryBuilder;
