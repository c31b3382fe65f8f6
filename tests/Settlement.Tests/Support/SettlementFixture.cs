using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Municipalities;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Settlement.Tests.Support;

/// <summary>The settlement service with the other services played and IMDinett as a process beside it.</summary>
public sealed class SettlementFixture() : ServiceFixture<Program, SettlementDb>("settlement")
{
    /// <summary>The name by which a partner's webhook knows the platform.</summary>
    public const string Origin = "integrering.test";

    private int _places;

    /// <summary>IMDi's organisation number.</summary>
    public static string Imdi { get; } = new Directorates().Imdi;

    public Receiver Receiver { get; private set; } = null!;

    public OtherServices Others { get; private set; } = null!;

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Imdinett:Url"] = Receiver.Address.ToString(),
            ["Imdinett:SigningKey"] = Receiver.SigningKey,
            ["Imdinett:AllowPrivateAddresses"] = "true",
            ["Imdinett:Poll"] = "00:00:00.05",
            ["Imdinett:Retries:0"] = "00:00:00.2",
            ["Imdinett:Retries:1"] = "00:00:00.4",
            ["Imdinett:Retries:2"] = "00:00:00.8",
            ["Subscriptions:Origin"] = Origin,
            ["Subscriptions:AllowPrivateAddresses"] = "true",
            ["Subscriptions:Poll"] = "00:00:00.05",
            ["Subscriptions:Timeout"] = "00:00:05",
            ["Subscriptions:Retries:0"] = "00:00:00.2",
            ["Subscriptions:Retries:1"] = "00:00:00.4",
            ["Subscriptions:Retries:2"] = "00:00:00.8",
        };

    public override async Task InitializeAsync()
    {
        Receiver = await Receiver.StartNewAsync();
        await base.InitializeAsync();
        Others = new OtherServices(Services.GetRequiredService<SectionSeal>());
        await Others.AnswerAsync(Services.GetRequiredService<IBus>());
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    /// <summary>A municipality that no other test uses, with an organisation number.</summary>
    public Place NewPlace()
    {
        var place = Interlocked.Increment(ref _places);
        return new Place(MunicipalityRegister.All[place].Number, TestCluster.NewOrganisation());
    }

    /// <summary>A client whose paths begin at the service's version.</summary>
    public HttpClient Caller(string organisation, params IEnumerable<string> scopes)
    {
        var client = As(organisation, scopes);
        client.BaseAddress = new Uri(client.BaseAddress!, "/settlement/v1/");
        return client;
    }
}

/// <summary>A municipality.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Organisation">Its organisation number.</param>
public sealed record Place(string Number, string Organisation);

[CollectionDefinition(Name)]
public sealed class SettlementCollection : ICollectionFixture<SettlementFixture>
{
    public const string Name = "settlement";
}
