using System.Text.Json;
using IntegrationPlatform.Municipalities;
using IntegrationPlatform.Settlement.Handoffs;

namespace IntegrationPlatform.Settlement.Transfers;

/// <summary>The data of a transfer event (SET-4): who goes where, and the three sections as their services sent them.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="HouseholdId">The household that moves together.</param>
/// <param name="RequestId">The request that was accepted.</param>
/// <param name="Municipality">The settlement municipality.</param>
/// <param name="AgeGroup">The resident's age group.</param>
/// <param name="AcceptedOn">The day of the acceptance.</param>
/// <param name="Competence">Identity and competence; null when Mapping has none.</param>
/// <param name="Note">The counsellor's note; null for a child or when there is none.</param>
/// <param name="Programme">Plan and completed elements; null for a child or when there are none.</param>
public sealed record TransferData(
    Guid ResidentId,
    Guid HouseholdId,
    Guid RequestId,
    NamedMunicipality Municipality,
    string AgeGroup,
    DateOnly AcceptedOn,
    JsonElement? Competence,
    JsonElement? Note,
    JsonElement? Programme
)
{
    /// <summary>The data of a handoff.</summary>
    public static TransferData Of(
        Handoff handoff,
        JsonElement? competence,
        JsonElement? note,
        JsonElement? programme
    ) =>
        new(
            handoff.ResidentId,
            handoff.HouseholdId,
            handoff.RequestId,
            NamedMunicipality.Of(handoff.Municipality),
            JsonNamingPolicy.CamelCase.ConvertName(handoff.AgeGroup.ToString()),
            handoff.AcceptedOn,
            competence,
            note,
            programme
        );
}

/// <summary>The data of a supplement (SET-5).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="Municipality">The settlement municipality.</param>
/// <param name="From">Organisation number of the cluster's party that sends it.</param>
/// <param name="SentOn">The day.</param>
/// <param name="Text">The supplementary information.</param>
public sealed record SupplementData(
    Guid ResidentId,
    NamedMunicipality Municipality,
    string From,
    DateOnly SentOn,
    string Text
);

/// <summary>A municipality as IMDinett shows it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
public sealed record NamedMunicipality(string Number, string Name)
{
    /// <summary>The municipality with a number.</summary>
    public static NamedMunicipality Of(string number) => new(number, MunicipalityRegister.Find(number)?.Name ?? number);
}
