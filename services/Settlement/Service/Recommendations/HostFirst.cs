using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Settlement.Recommendations;

/// <summary>
/// The order of 2016 (SET-2, S1): the host municipality; a neighbour where that is suitable or the host is full;
/// elsewhere for suitable work or education only.
/// </summary>
/// <param name="Host">The number of the host municipality.</param>
/// <param name="HostIsFull">True when the household does not fit into the host's yearly number.</param>
public sealed record HostFirst(string Host, bool HostIsFull)
{
    /// <summary>True unless the host is said to be full and is not.</summary>
    public bool HostFullIsTrue(Grounds grounds) => grounds != Grounds.HostFull || HostIsFull;

    /// <summary>True when a household may be recommended there on such grounds.</summary>
    public bool Allows(string municipality, Grounds grounds) =>
        municipality == Host
        || MunicipalityRegister.AreNeighbours(Host, municipality)
        || grounds is Grounds.Work or Grounds.Education;
}
