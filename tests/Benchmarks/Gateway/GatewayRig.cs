using System.Globalization;
using System.Reflection;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>
/// What the benchmark runs against: the local issuer, a small service, and the doors to it. The gateway and the issuer are
/// the published programs; the service and the bare proxy are this program.
/// </summary>
internal sealed class GatewayRig : IAsyncDisposable
{
    private const string Scopes = "imdi:integrering/mapping.read imdi:integrering/mapping.write";
    private const string Imdi = "987879696";
    private static readonly string Self = Assembly.GetExecutingAssembly().Location;
    private readonly List<ServiceProcess> _processes = [];
    private readonly Publisher _publisher;
    private readonly LocalSecrets _secrets = LocalSecrets.In(TestFolder.Own, []);
    private readonly int _issuer = FreePort.Next();
    private ServiceProcess _service = null!;
    private Nginx? _nginx;

    private GatewayRig(Publisher publisher) => _publisher = publisher;

    /// <summary>The process of the service.</summary>
    public int ServiceId => _service.ProcessId;

    /// <summary>An access token of the local issuer.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The ways to the service; nginx only where it is installed.</summary>
    public IReadOnlyList<Door> Doors { get; private set; } = [];

    /// <summary>The gateway without one of its checks.</summary>
    public IReadOnlyList<(Check Check, Door Door)> Unchecked { get; private set; } = [];

    public static async Task<GatewayRig> StartAsync()
    {
        var checkout = Directory.GetCurrentDirectory();
        var publisher = new Publisher(checkout, Path.Combine(checkout, ".local", "build"));
        await publisher.PublishAsync([Platform.Gateway.Project, Platform.Issuer.Project], Console.WriteLine);
        var rig = new GatewayRig(publisher);
        try
        {
            await rig.StartAllAsync();
            return rig;
        }
        catch
        {
            await rig.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_processes.Select(process => process.DisposeAsync().AsTask()));
        if (_nginx is not null)
        {
            await _nginx.DisposeAsync();
        }
    }

    private async Task StartAllAsync()
    {
        var issuer = Start(
            Platform.Issuer.Name,
            _issuer,
            [_publisher.Assembly(Platform.Issuer.Project)],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Issuer__Url"] = Url(_issuer),
                ["Issuer__SigningKey"] = _secrets.IssuerSigningKey,
                ["Issuer__ClientKey"] = _secrets.ClientPublicKey,
                // Longer than any run.
                ["Issuer__TokenLifetime"] = "02:00:00",
            }
        );
        await issuer.ReadyAsync();
        Token = await TokenAsync();

        _service = Start(SmallService.Name, FreePort.Next(), [Self, "serve", SmallService.Name], Trust());
        var yarp = Start(BareProxy.Name, FreePort.Next(), [Self, "serve", BareProxy.Name], BareProxy.To(_service.Port));
        var gateway = StartGateway(Platform.Gateway.Name, new Dictionary<string, string?>());
        Unchecked =
        [
            .. Check
                .All.Append(Check.Everything)
                .Select(check => (check, AsDoor(StartGateway($"gateway-without-{check.Name}", check.Settings), check))),
        ];
        Doors =
        [
            new Door("direct", "Directly at the service", _service.Port, 0),
            new Door("gateway", "The gateway, every check on", gateway.Port, gateway.ProcessId),
            new Door("yarp", "Bare YARP", yarp.Port, yarp.ProcessId),
        ];
        if (Installed.HasNginx)
        {
            _nginx = await Nginx.StartAsync(_service.Port);
            Doors = [.. Doors, new Door("nginx", "nginx", _nginx.Port, _nginx.ProcessId)];
        }

        await Task.WhenAll(_processes.Where(process => process != yarp).Select(process => process.ReadyAsync()));
        await yarp.ReadyAsync(); // Asks the service behind it.
    }

    private static Door AsDoor(ServiceProcess process, Check check) =>
        new(check.Name, check.Label, process.Port, process.ProcessId);

    // As it ships, but for a rate that is never reached.
    private ServiceProcess StartGateway(string name, IReadOnlyDictionary<string, string?> settings)
    {
        var all = new Dictionary<string, string?>(settings, StringComparer.Ordinal)
        {
            ["RateLimit__PerSecond"] = "1000000",
            ["RateLimit__Burst"] = "1000000",
        };
        foreach (var (setting, value) in Trust())
        {
            all[setting] = value;
        }

        foreach (var service in Platform.Services)
        {
            all[$"services__{service.Name}__http__0"] = Url(_service.Port);
        }

        return Start(name, FreePort.Next(), [_publisher.Assembly(Platform.Gateway.Project)], all);
    }

    private Dictionary<string, string?> Trust() =>
        new(StringComparer.Ordinal) { ["Maskinporten__Issuer"] = Url(_issuer) };

    private ServiceProcess Start(
        string name,
        int port,
        IReadOnlyList<string> program,
        IReadOnlyDictionary<string, string?> settings
    )
    {
        var process = ServiceProcess.Start(name, Path.Combine(TestFolder.Own, $"{name}.log"), port, program, settings);
        _processes.Add(process);
        return process;
    }

    private Task<string> TokenAsync() =>
        new LocalClient(
            new RunFile
            {
                Gateway = new Uri(Url(_issuer)),
                Issuer = new Uri(Url(_issuer)),
                Imdinett = new Uri(Url(_issuer)),
                ClockFile = "",
                ClientKey = _secrets.ClientKeyPem,
                Supervisor = Environment.ProcessId,
                Parts = [],
            }
        ).TokenAsync(Imdi, Scopes);

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/");
}
