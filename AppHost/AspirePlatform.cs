using IntegrationPlatform.AppHost.Commands;
using IntegrationPlatform.Local.Run;
using Microsoft.Extensions.Hosting;

namespace IntegrationPlatform.AppHost;

/// <summary>
/// The platform's parts as Aspire resources. PostgreSQL and RabbitMQ are containers, or, with
/// <c>UseExistingServers=true</c>, servers whose connection strings the configuration holds. What is published takes its
/// keys and addresses as parameters; the local issuer and the stand-in for IMDinett are never published.
/// </summary>
internal sealed class AspirePlatform
{
    private const string Http = "http";
    private readonly IDistributedApplicationBuilder _builder;
    private readonly LocalSecrets _secrets;
    private readonly Addresses _addresses = Addresses.From(Checkout.PortBase);
    private readonly PartSettings _settings;
    private readonly int _replicas;
    private readonly bool _isRun;
    private readonly bool _existing;

    private AspirePlatform(string[] args, int replicas)
    {
        _builder = DistributedApplication.CreateBuilder(args);
        _isRun = _builder.ExecutionContext.IsRunMode;
        _existing = _isRun && _builder.Configuration["UseExistingServers"] == "true";
        _secrets = LocalSecrets.In(Checkout.Folder, Platform.Parts);
        _settings = new PartSettings(_addresses, _secrets, Checkout.Folder);
        _replicas = replicas;
    }

    /// <summary>Runs until it is stopped, or publishes when the arguments ask for that.</summary>
    public static async Task<int> RunAsync(string[] args, int replicas)
    {
        var platform = new AspirePlatform(args, replicas);
        platform.AddParts();
        await using var app = platform._builder.Build();
        if (!platform._isRun)
        {
            await app.RunAsync();
            return 0;
        }

        new PlatformTime(platform._settings.ClockFile).EnsureStarted();
        await app.StartAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync(Platform.Gateway.Name);
        platform.Run.Write(Checkout.Folder);
        Console.Write(AddressTable.Of(platform.Run));
        await app.WaitForShutdownAsync();
        RunFile.Remove(Checkout.Folder);
        return 0;
    }

    private RunFile Run =>
        new()
        {
            Gateway = _addresses.Of(Platform.Gateway),
            Issuer = _addresses.Of(Platform.Issuer),
            Imdinett = _addresses.Of(Platform.Imdinett),
            ClockFile = _settings.ClockFile,
            ClientKey = _secrets.ClientKeyPem,
            Supervisor = Environment.ProcessId,
            // Aspire's proxy stands before the replicas: one address each.
            Parts =
            [
                .. Platform.Parts.Select(part => new RunningAt(
                    part.Name,
                    1,
                    Environment.ProcessId,
                    _addresses.Of(part)
                )),
            ],
        };

    private void AddParts()
    {
        var databases = Databases();
        var broker = Broker();
        var services = Platform.Services.Select(part => AddService(part, databases(part.Database!), broker)).ToList();
        var gateway = AddProject(Platform.Gateway).WithExternalHttpEndpoints();
        foreach (var service in services)
        {
            gateway.WithReference(service).WaitFor(service);
        }

        if (_isRun)
        {
            var issuer = AddProject(Platform.Issuer);
            var imdinett = AddProject(Platform.Imdinett);
            gateway.WaitFor(issuer).WaitFor(imdinett);
        }
    }

    private IResourceBuilder<ProjectResource> AddService(
        Part part,
        IResourceBuilder<IResourceWithConnectionString> database,
        IResourceBuilder<IResourceWithConnectionString> broker
    )
    {
        var migration = With(
                _builder.AddProject($"{part.Name}-migration", Project(part), launchProfileName: null),
                part
            )
            .WithArgs("migrate")
            .WithReference(database)
            .WithReference(broker)
            .WaitFor(database);
        return AddProject(part)
            .WithReference(database)
            .WithReference(broker)
            .WaitFor(broker)
            .WaitForCompletion(migration)
            .WithReplicas(_replicas)
            .WithHttpCommand("/operations/redrive", "Redrive parked messages", endpointName: Http);
    }

    private IResourceBuilder<ProjectResource> AddProject(Part part) =>
        With(_builder.AddProject(part.Name, Project(part), launchProfileName: null), part)
            .WithHttpEndpoint(port: _isRun ? _addresses.Port(part.Port) : null, name: Http)
            .WithHttpHealthCheck("/ready", endpointName: Http);

    private IResourceBuilder<ProjectResource> With(IResourceBuilder<ProjectResource> project, Part part)
    {
        foreach (var setting in _settings.Of(part))
        {
            if (_isRun)
            {
                project.WithEnvironment(setting.Name, setting.Value);
            }
            else if (!setting.LocalOnly)
            {
                project.WithEnvironment(setting.Name, Parameter(part, setting));
            }
        }

        return project;
    }

    /// <summary>A parameter of what is published, such as <c>mapping-identity-masterkey</c>; a migration shares its service's.</summary>
    private IResourceBuilder<ParameterResource> Parameter(Part part, PartSetting setting)
    {
        var name = $"{part.Name}-{setting.Name.Replace("__", "-", StringComparison.Ordinal)}".ToLowerInvariant();
        var known = _builder.Resources.OfType<ParameterResource>().FirstOrDefault(parameter => parameter.Name == name);
        return known is null ? _builder.AddParameter(name, secret: true) : _builder.CreateResourceBuilder(known);
    }

    private Func<string, IResourceBuilder<IResourceWithConnectionString>> Databases()
    {
        if (_existing)
        {
            return name => _builder.AddConnectionString(name);
        }

        var server = _builder
            .AddPostgres("postgres", password: Password("postgres-password", _secrets.PostgresPassword))
            .WithDataVolume()
            .WithLifetime(ContainerLifetime.Persistent);
        return name => server.AddDatabase(name);
    }

    private IResourceBuilder<IResourceWithConnectionString> Broker() =>
        _existing
            ? _builder.AddConnectionString("rabbitmq")
            : _builder
                .AddRabbitMQ("rabbitmq", password: Password("rabbitmq-password", _secrets.RabbitMqPassword))
                .WithDataVolume()
                .WithManagementPlugin()
                .WithLifetime(ContainerLifetime.Persistent);

    /// <summary>The volume remembers the password it was made with, so that a local run needs one that stays.</summary>
    private IResourceBuilder<ParameterResource> Password(string name, string local) =>
        _isRun ? _builder.AddParameter(name, local, secret: true) : _builder.AddParameter(name, secret: true);

    private static string Project(Part part) => Path.Combine(Checkout.Root, part.Project);
}
