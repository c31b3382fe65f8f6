using System.Globalization;
using System.Text.Json.Nodes;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>The bodies that municipalities and IMDi send.</summary>
internal static class InterestBody
{
    private static readonly string[] Operators = ["private", "municipal", "voluntary"];

    public static string Municipality(string number) => Ten.Municipalities.First(m => m.Number == number).Organisation;

    public static string Centre(string number) => Organisations.Number(20 + Place(number));

    public static string CareerCentre(string number) => Organisations.Number(40 + Place(number));

    public static JsonObject Of(string number, DateOnly signedOn) =>
        new()
        {
            ["municipality"] = number,
            ["centre"] = new JsonObject
            {
                ["organisation"] = Centre(number),
                ["name"] = $"Mottaket i {number}",
                ["operator"] = Operators[Place(number) % 3],
                ["wholeCentre"] = Place(number) % 2 == 0,
                ["places"] = 100,
                ["residents"] = 80,
            },
            ["careerCentre"] = new JsonObject
            {
                ["organisation"] = CareerCentre(number),
                ["establishment"] = "2012",
                ["location"] = "By the station.",
                ["staffing"] = "Five counsellors.",
                ["competence"] = "Career guidance at master's level.",
                ["offers"] = "Individual and group guidance.",
                ["experience"] = "Participants of the introduction programme since 2013.",
                ["capacity"] = 60,
            },
            ["navOffice"] = Organisations.Number(60 + Place(number)),
            ["ambition"] = "A full-time programme from the first week.",
            ["readyToSettle"] = true,
            ["politicalReservation"] = number == "0301",
            ["letterOfIntent"] = new JsonObject
            {
                ["signatures"] = new JsonArray(
                    Signature(Municipality(number), signedOn),
                    Signature(Centre(number), signedOn),
                    Signature(CareerCentre(number), signedOn)
                ),
            },
        };

    public static JsonObject Signature(string organisation, DateOnly signedOn) =>
        new() { ["organisation"] = organisation, ["signedOn"] = signedOn.ToString("O", CultureInfo.InvariantCulture) };

    public static JsonObject Marks(string number) =>
        new()
        {
            ["ability"] = 1 + (Place(number) % 5),
            ["effort"] = 3,
            ["innovation"] = 5 - (Place(number) % 4),
            ["grounds"] = "As described.",
        };

    private static int Place(string number) => Ten.Municipalities.ToList().FindIndex(m => m.Number == number);
}
