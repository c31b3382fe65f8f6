namespace IntegrationPlatform.Local.Run;

/// <summary>The servers of a run that started its own, for whoever looks behind the platform.</summary>
/// <param name="RabbitMq">The broker's address, with user and password.</param>
/// <param name="RabbitMqControlPort">The distribution port of the broker's first node.</param>
/// <param name="RabbitMqCookie">The cookie of the broker's nodes.</param>
/// <param name="Postgres">The superuser's connection string.</param>
public sealed record ServersOfRun(string RabbitMq, int RabbitMqControlPort, string RabbitMqCookie, string Postgres);
