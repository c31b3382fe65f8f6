using System.Globalization;

namespace IntegrationPlatform.Local.Servers;

/// <summary>How a test run that has servers already tells its test projects of them: by environment variables.</summary>
public static class TestRun
{
    /// <summary>Holds the superuser's connection string.</summary>
    public const string PostgresVariable = "PLATFORM_TEST_POSTGRES";

    private const string RabbitMqVariable = "PLATFORM_TEST_RABBITMQ";
    private const string ControlVariable = "PLATFORM_TEST_RABBITMQ_CONTROL";

    /// <summary>The variables that name these servers.</summary>
    public static IReadOnlyDictionary<string, string?> Variables(PostgresServer postgres, RabbitMqNode rabbitMq) =>
        new Dictionary<string, string?>
        {
            [PostgresVariable] = postgres.ConnectionString(),
            [RabbitMqVariable] = rabbitMq.Address(),
            [ControlVariable] = $"{rabbitMq.Control.DistributionPort}:{rabbitMq.Control.Cookie}",
        };

    /// <summary>The RabbitMQ node that the variables name, or null where they are not set.</summary>
    public static (Uri Address, ErlangCall Control)? RabbitMqFromEnvironment()
    {
        var address = Environment.GetEnvironmentVariable(RabbitMqVariable);
        var control = Environment.GetEnvironmentVariable(ControlVariable)?.Split(':');
        return string.IsNullOrEmpty(address) || control is not [var port, var cookie]
            ? null
            : (new Uri(address), new ErlangCall(int.Parse(port, CultureInfo.InvariantCulture), cookie));
    }
}
