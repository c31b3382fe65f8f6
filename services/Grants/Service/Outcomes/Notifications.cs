using IntegrationPlatform.Grants.Geography;
using IntegrationPlatform.Grants.Interests;

namespace IntegrationPlatform.Grants.Outcomes;

/// <summary>Writes the notifications of an outcome: each party hears it from its own directorate (GRA-1).</summary>
public static class Notifications
{
    /// <summary>The notifications about one expression of interest: three parties and four copies.</summary>
    public static IEnumerable<Notification> About(Interest interest, bool chosen, DateOnly on)
    {
        var municipality = Places.Known(interest.Municipality);
        var county = municipality.County;

        yield return Tell(Recipient.Municipality, interest.Organisation, $"{municipality.Name} kommune", Sender.Imdi);
        yield return Tell(Recipient.Centre, interest.Centre.Organisation, interest.Centre.Name, Sender.Udi);
        yield return Tell(
            Recipient.CareerCentre,
            interest.CareerCentre.Organisation,
            $"Karrieresenteret i klyngen {municipality.Name}",
            Sender.Hkdir
        );
        yield return Tell(Recipient.CountyGovernor, null, $"Fylkesmannen i {county}", Sender.Imdi);
        yield return Tell(Recipient.County, null, $"{county} fylkeskommune", Sender.Imdi);
        yield return Tell(Recipient.CountyNav, null, $"NAV {county}", Sender.Imdi);
        yield return Tell(Recipient.Ministry, null, "Justis- og beredskapsdepartementet", Sender.Imdi);

        Notification Tell(Recipient recipient, string? organisation, string addressee, Sender from) =>
            new()
            {
                RoundId = interest.RoundId,
                Municipality = interest.Municipality,
                Chosen = chosen,
                Recipient = recipient,
                Organisation = organisation,
                Addressee = addressee,
                From = from,
                Copy = organisation is null,
                On = on,
            };
    }
}
