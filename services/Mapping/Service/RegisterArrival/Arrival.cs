using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Languages;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Parties;

namespace IntegrationPlatform.Mapping.RegisterArrival;

/// <summary>The arrival of a resident.</summary>
/// <param name="ClusterId">The cluster of the centre.</param>
/// <param name="Duf">The DUF number, twelve digits.</param>
/// <param name="Name">The name, as it stands in the resident's documents.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="Languages">Languages the resident understands, best first, as language tags (<c>fa-AF</c>).</param>
/// <param name="Permit">Likely or granted: the target group.</param>
/// <param name="HouseholdId">The household of a member already registered; without it, a new household.</param>
/// <param name="ConfirmDuf">True when the DUF number was compared with the resident's document.</param>
internal sealed record Arrival(
    Guid ClusterId,
    string Duf,
    string Name,
    DateOnly BirthDate,
    DateOnly ArrivedOn,
    IReadOnlyList<string> Languages,
    PermitStatus Permit,
    Guid? HouseholdId = null,
    bool ConfirmDuf = false
)
{
    private const string Rule = "MAP-1";
    private const int LongestName = 200;
    private const int MostLanguages = 20;
    private const int OldestAge = 130;

    public Identity Identity() => new(Duf, Name.Trim(), BirthDate, Languages);

    /// <summary>What is wrong with the members on a day, for a cluster.</summary>
    public FieldErrors Errors(Cluster cluster, DateOnly today)
    {
        var errors = new FieldErrors()
            .Require(DufNumber.HasForm(Duf), "/duf", Rule, "Must be twelve digits.")
            .Require(IsName(Name), "/name", Rule, $"Must be 1 to {LongestName} characters without control characters.")
            .Require(BirthDate <= ArrivedOn, "/birthDate", Rule, "Is after the arrival.")
            .Require(BirthDate.Year + OldestAge >= ArrivedOn.Year, "/birthDate", Rule, "Is too long ago.")
            .Require(ArrivedOn <= today, "/arrivedOn", Rule, "Is in the future.")
            .Require(ArrivedOn >= cluster.From, "/arrivedOn", Rule, "Is before the cluster's period.")
            .Require(ArrivedOn <= cluster.To, "/arrivedOn", Rule, "Is after the cluster's period.")
            .Require(Permit != PermitStatus.Refused, "/permit", Rule, "Must be likely or granted: the target group.")
            .Require(Languages.Count is > 0 and <= MostLanguages, "/languages", Rule, "Takes one to twenty languages.");
        for (var i = 0; i < Languages.Count; i++)
        {
            errors.Require(KnownLanguages.Contain(Languages[i]), $"/languages/{i}", Rule, "Is no known language tag.");
        }

        return errors;
    }

    private static bool IsName(string name) =>
        name.Trim().Length is > 0 and <= LongestName && !name.Any(char.IsControl);
}
