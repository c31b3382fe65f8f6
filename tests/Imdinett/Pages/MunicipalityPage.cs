using System.Text.Json;
using IntegrationPlatform.Imdinett.Receiving;

namespace IntegrationPlatform.Imdinett.Pages;

/// <summary>One municipality's inbox: the persons it accepted, household by household, with what came with them.</summary>
internal static class MunicipalityPage
{
    public static Html? Of(Inbox inbox, string number)
    {
        var events = inbox.Events.Where(e => e.Municipality.Number == number).ToList();
        if (events.Find(e => e.IsTransfer) is not { } any)
        {
            return null;
        }

        var supplements = events.Where(e => !e.IsTransfer).ToLookup(e => e.Subject);
        var households = events
            .Where(e => e.IsTransfer)
            .GroupBy(e => e.Data.GetProperty("householdId").GetGuid())
            .Select(
                (household, i) =>
                    Html.Of(
                        $"""
                        <section><h2>Husstand {i + 1} – {household.Count()} {(
                            household.Count() == 1 ? "person" : "personer"
                        )}, akseptert
                        {household.First().Data.GetProperty("acceptedOn").GetString()}</h2>
                        {Html.Join(household.Select(e => Person(e, supplements[e.Subject])))}</section>
                        """
                    )
            );
        return Html.Page($"{any.Municipality.Name} ({number})", Html.Join(households));
    }

    private static Html Person(CloudEvent transfer, IEnumerable<CloudEvent> supplements)
    {
        var data = transfer.Data;
        var competence = data.GetProperty("competence");
        var known = competence.ValueKind == JsonValueKind.Object;
        var adult = data.GetProperty("ageGroup").GetString() == "adult";
        return Html.Of(
            $"""
            <article><h3>{(known ? Sections.TextOf(competence, "name") : "Ukjent navn")}<span class="tag">{(
                adult ? "Voksen" : "Barn"
            )}</span></h3>
            {(known ? Sections.Identity(competence) : Html.Empty)}
            {(known ? Sections.Competence(competence) : Html.Empty)}
            {Sections.Note(data.GetProperty("note"))}
            {Sections.Programme(data.GetProperty("programme"))}
            {Html.Join(supplements.Select(s => Sections.Supplement(s.Data)))}</article>
            """
        );
    }
}
