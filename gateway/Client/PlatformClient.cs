namespace IntegrationPlatform.Client;

/// <summary>
/// A partner's way to the platform: one typed method for each operation. It gets access tokens by itself, gives each POST
/// an Idempotency-Key, and repeats what failed on the way as long as the platform asks for patience. Safe to share.
/// </summary>
public sealed class PlatformClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly AccessTokens _tokens;

    /// <summary>Makes the client.</summary>
    /// <param name="settings">Where the platform is, and who calls.</param>
    /// <param name="handler">Sends the requests; a new one when left out.</param>
    public PlatformClient(PartnerSettings settings, HttpMessageHandler? handler = null)
    {
        _http = handler is null ? new HttpClient() : new HttpClient(handler, disposeHandler: false);
        _tokens = new AccessTokens(_http, settings);
        var call = new Call(_http, settings.Gateway, _tokens);
        Mapping = new MappingClient(call);
        Guidance = new GuidanceClient(call);
        Programme = new ProgrammeClient(call);
        Grants = new GrantsClient(call);
        Settlement = new SettlementClient(call);
    }

    /// <summary>Residents and their competence.</summary>
    public MappingClient Mapping { get; }

    /// <summary>Guidance cases and notes.</summary>
    public GuidanceClient Guidance { get; }

    /// <summary>Plans and elements of the full-time programme.</summary>
    public ProgrammeClient Programme { get; }

    /// <summary>Rounds, clusters and money.</summary>
    public GrantsClient Grants { get; }

    /// <summary>Requests to municipalities and transfers.</summary>
    public SettlementClient Settlement { get; }

    /// <inheritdoc />
    public void Dispose()
    {
        _tokens.Dispose();
        _http.Dispose();
    }
}
