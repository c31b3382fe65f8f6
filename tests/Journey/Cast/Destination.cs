using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Journey.Cast;

/// <summary>Where a centre recommends that a household settles, and why (SET-1, SET-2).</summary>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Type">The type of municipality.</param>
/// <param name="Grounds">Why there.</param>
public sealed record Destination(string Municipality, string Type, string Grounds)
{
    private static readonly Destination[] Elsewhere =
    [
        new("1103", "city", "work"),
        new("5501", "education", "education"),
        new("1508", "city", "work"),
        new("3403", "education", "education"),
    ];

    /// <summary>The municipality's name.</summary>
    public string Name => MunicipalityRegister.Find(Municipality)!.Name;

    /// <summary>The first choice by the policy of 2016: the host, or elsewhere for work or education.</summary>
    public static Destination First(Household household) =>
        household.Number % 9 == 4
            ? Elsewhere[household.Number / 9 % Elsewhere.Length]
            : new(household.Cluster.Host, "host", "suitable");

    /// <summary>What comes after a refusal: a neighbour of the host.</summary>
    public static Destination Second(Household household)
    {
        var host = household.Cluster.Host;
        var neighbours = MunicipalityRegister
            .All.Where(m => MunicipalityRegister.AreNeighbours(host, m.Number))
            .ToArray();
        return new(neighbours[household.Number % neighbours.Length].Number, "neighbouring", "suitable");
    }

    /// <summary>True when the first choice refuses this household: it has no housing for it.</summary>
    public static bool IsRefusedFirst(Household household) => household.Number % 6 == 2;
}
