namespace IntegrationPlatform.Local.Tests;

/// <summary>The one statement of the platform's parts.</summary>
public sealed class PlatformTests
{
    [Fact]
    public void No_two_replicas_of_any_parts_share_a_port()
    {
        const int replicas = Run.LocalOptions.MostReplicas;
        var ports = Platform
            .Parts.SelectMany(part => Enumerable.Range(part.Port, part.CanReplicate ? replicas : 1))
            .Concat(Enumerable.Range(Platform.BrokerPort, Platform.MostBrokerNodes))
            .Concat(Enumerable.Range(Platform.BrokerDistributionPort, Platform.MostBrokerNodes))
            .Append(Platform.PostgresPort)
            .ToList();

        Assert.Equal(ports.Count, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 0, Platform.Ports - 1));
    }

    [Fact]
    public void Every_service_has_a_database_of_its_own()
    {
        var databases = Platform.Services.Select(service => service.Database).ToList();

        Assert.DoesNotContain(null, databases);
        Assert.Equal(databases.Count, databases.Distinct().Count());
    }

    [Fact]
    public void Every_part_names_a_project_of_this_checkout() =>
        Assert.All(
            Platform.Parts,
            part => Assert.True(File.Exists(Path.Combine(Checkout(), part.Project)), part.Project)
        );

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "IntegrationPlatform.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
