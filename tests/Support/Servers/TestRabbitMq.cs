using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Tests.Support.Servers;

/// <summary>The RabbitMQ node of a test run.</summary>
/// <param name="Address">The user's address of the root virtual host.</param>
/// <param name="Control">How to evaluate Erlang on it.</param>
internal sealed record TestRabbitMq(Uri Address, ErlangCall Control)
{
    public string User => Address.UserInfo.Split(':')[0];

    public static async Task<TestRabbitMq> FindOrStartAsync()
    {
        if (TestRun.RabbitMqFromEnvironment() is { } given)
        {
            return new TestRabbitMq(given.Address, given.Control);
        }

        var node = await RabbitMqNode.StartAsync(
            new RabbitMqOptions(Path.Combine(TestFolder.Own, "rabbitmq")) { Durable = false }
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) => node.KillAsync().GetAwaiter().GetResult();
        return new TestRabbitMq(new Uri(node.Address()), node.Control);
    }
}
