using IntegrationPlatform.Imdinett.Receiving;

namespace IntegrationPlatform.Imdinett.Pages;

/// <summary>The municipalities that somebody was transferred to.</summary>
internal static class FrontPage
{
    public static Html Of(Inbox inbox)
    {
        var municipalities = inbox
            .Events.Where(e => e.IsTransfer)
            .GroupBy(e => e.Municipality)
            .OrderBy(g => g.Key.Number, StringComparer.Ordinal)
            .Select(g =>
                Html.Of(
                    $"""
                    <tr><td><a href="/municipalities/{g.Key.Number}">{g.Key.Name}</a></td><td>{g.Key.Number}</td>
                    <td class="number">{g.Select(
                            HouseholdOf
                        ).Distinct().Count()}</td><td class="number">{g.Count()}</td></tr>
                    """
                )
            )
            .ToList();
        var counts = inbox.Count(expected: null);
        return Html.Page(
            "Overførte personer",
            municipalities.Count == 0
                ? Html.Of($"<p class=\"empty\">Ingen er overført ennå.</p>")
                : Html.Of(
                    $"""
                    <p>{counts.Received} overføringer mottatt, {counts.Duplicates} brukt to ganger, {counts.Redeliveries} gjentatte
                    leveringer gjenkjent.</p>
                    <div class="scroll"><table><thead><tr><th>Kommune</th><th>Nummer</th><th>Husstander</th><th>Personer</th></tr></thead>
                    <tbody>{Html.Join(municipalities)}</tbody></table></div>
                    """
                )
        );
    }

    private static Guid HouseholdOf(CloudEvent transfer) => transfer.Data.GetProperty("householdId").GetGuid();
}
