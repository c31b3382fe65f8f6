using System.Text.Json;

namespace IntegrationPlatform.Imdinett.Pages;

/// <summary>The sections of a transfer as a reader at a municipality sees them.</summary>
internal static class Sections
{
    public static Html Identity(JsonElement competence) =>
        Html.Of(
            $"""
            <dl><dt>DUF-nummer</dt><dd>{TextOf(competence, "duf")}</dd><dt>Født</dt><dd>{TextOf(
                competence,
                "birthDate"
            )}</dd>
            <dt>Ankom mottaket</dt><dd>{TextOf(competence, "arrivedOn")}</dd>
            <dt>Språk</dt><dd>{(
                competence.TryGetProperty("languages", out var languages) ? Values.Inline(languages) : ""
            )}</dd></dl>
            """
        );

    public static Html Competence(JsonElement competence) =>
        competence.TryGetProperty("mapping", out var mapping) && mapping.ValueKind == JsonValueKind.Object
            ? Html.Of(
                $"<h4>Kompetanse</h4>{Values.Of(mapping.TryGetProperty("competence", out var answers) ? answers : mapping)}"
            )
            : Html.Empty;

    public static Html Note(JsonElement note) =>
        note.ValueKind == JsonValueKind.Object
            ? Html.Of(
                $"""
                <h4>Karriereveileders notat</h4><p class="note">{TextOf(note, "text")}</p>
                {Values.Of(note, except: ["text", "version", "signedBy", "language"])}
                """
            )
            : Html.Empty;

    public static Html Programme(JsonElement programme)
    {
        if (programme.ValueKind != JsonValueKind.Object)
        {
            return Html.Empty;
        }

        var plan = programme.TryGetProperty("plan", out var agreed) && agreed.ValueKind == JsonValueKind.Object;
        var elements = programme.TryGetProperty("elements", out var completed) && completed.GetArrayLength() > 0;
        return Html.Of(
            $"""
            {(plan ? Plan(agreed) : Html.Empty)}
            {(elements ? Html.Of($"<h4>Gjennomførte elementer</h4>{Values.Of(completed)}") : Html.Empty)}
            """
        );
    }

    public static Html Supplement(JsonElement supplement) =>
        Html.Of(
            $"""
            <h4>Supplerende opplysninger {TextOf(supplement, "sentOn")}</h4><p class="note">{TextOf(
                supplement,
                "text"
            )}</p>
            """
        );

    /// <summary>A member as text; empty when there is none.</summary>
    public static string TextOf(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.ToString() : "";

    private static Html Plan(JsonElement plan)
    {
        var activities = plan.TryGetProperty("activities", out var all) ? all.EnumerateArray().ToList() : [];
        return Html.Of(
            $"""
            <h4>Individuell plan – {TextOf(plan, "hoursPerWeek")} timer i uka</h4><p>{TextOf(plan, "participation")}</p>
            <div class="scroll"><table><thead><tr><th>Dag</th><th>Tid</th><th>Aktivitet</th><th>Slag</th></tr></thead><tbody>
            {Html.Join(activities.Select(Activity))}</tbody></table></div>
            """
        );
    }

    private static Html Activity(JsonElement activity) =>
        Html.Of(
            $"""
            <tr><td>{Labels.Of(TextOf(activity, "weekday"))}</td><td>{Time(activity, "from")}–{Time(
                activity,
                "to"
            )}</td>
            <td>{TextOf(activity, "title")}</td><td>{Labels.Of(TextOf(activity, "kind"))}</td></tr>
            """
        );

    private static string Time(JsonElement activity, string member) =>
        TextOf(activity, member) is { Length: >= 5 } time ? time[..5] : TextOf(activity, member);
}
