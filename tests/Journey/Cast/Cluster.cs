using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Journey.Cast;

/// <summary>A chosen cluster with its partners.</summary>
/// <param name="Id">The platform's id of it.</param>
/// <param name="Host">Number of the host municipality.</param>
/// <param name="Places">Integration places.</param>
public sealed record Cluster(Guid Id, string Host, int Places)
{
    /// <summary>The host municipality's name.</summary>
    public string Name => MunicipalityRegister.Find(Host)!.Name;

    /// <summary>The host municipality.</summary>
    public Partner HostMunicipality => Partner.Municipality(Host);

    /// <summary>The centre.</summary>
    public Partner Centre => Partner.Centre(Host);

    /// <summary>The career centre.</summary>
    public Partner CareerCentre => Partner.CareerCentre(MunicipalityRegister.Find(Host)!.CountyNumber);
}
