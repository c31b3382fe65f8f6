using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Grants.SendInterest;

/// <summary>An expression of interest describes the three parties and carries their letter of intent (GRA-1, GRA-2).</summary>
internal static class InterestIsComplete
{
    private const int LongestText = 4000;
    private const int MostPeople = 10_000;

    /// <summary>Checks all but the signatures.</summary>
    public static FieldErrors Check(InterestRequest request)
    {
        var errors = new FieldErrors()
            .Require(request.Centre is not null, "/centre", "GRA-2", "Is missing.")
            .Require(request.CareerCentre is not null, "/careerCentre", "GRA-2", "Is missing.")
            .Require(IsText(request.Ambition), "/ambition", "GRA-2", "Is 1 to 4000 characters.")
            .Require(
                request.ReadyToSettle == true,
                "/readyToSettle",
                "GRA-2",
                "The municipality has to be ready to settle the residents within its yearly numbers."
            )
            .Require(request.PoliticalReservation is not null, "/politicalReservation", "GRA-4", "Is missing.")
            .Require(
                request.NavOffice is null || OrganisationNumber.IsValid(request.NavOffice),
                "/navOffice",
                "GRA-2",
                "Is an organisation number."
            );
        if (request.Centre is { } centre)
        {
            Check(centre, errors);
        }

        if (request.CareerCentre is { } careerCentre)
        {
            Check(careerCentre, errors);
        }

        return errors;
    }

    /// <summary>Checks that the three parties, and nobody else, signed in time (GRA-1).</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="parties">Organisation numbers of municipality, centre and career centre.</param>
    /// <param name="lastDay">The last day on which a signature counts.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void CheckLetter(LetterRequest? letter, string[] parties, DateOnly lastDay, FieldErrors errors)
    {
        const string Pointer = "/letterOfIntent/signatures";
        var signatures = letter?.Signatures ?? [];
        errors
            .Require(
                Array.TrueForAll(parties, party => signatures.Exists(s => s?.Organisation == party)),
                Pointer,
                "GRA-1",
                "The municipality, the centre and the career centre each sign."
            )
            .Require(
                signatures.DistinctBy(s => s?.Organisation).Count() == signatures.Count,
                Pointer,
                "GRA-1",
                "Each party signs once."
            );
        foreach (var (i, signature) in signatures.Index())
        {
            errors
                .Require(
                    parties.Contains(signature?.Organisation),
                    $"{Pointer}/{i}/organisation",
                    "GRA-1",
                    "Is not one of the three parties."
                )
                .Require(
                    signature?.SignedOn <= lastDay,
                    $"{Pointer}/{i}/signedOn",
                    "GRA-1",
                    "Is a day, not in the future and not after the deadline."
                );
        }
    }

    private static void Check(CentreRequest centre, FieldErrors errors) =>
        errors
            .Require(
                OrganisationNumber.IsValid(centre.Organisation),
                "/centre/organisation",
                "GRA-2",
                "Is an organisation number."
            )
            .Require(IsText(centre.Name), "/centre/name", "GRA-2", "Is 1 to 4000 characters.")
            .Require(
                centre.Operator is { } kind && Enum.IsDefined(kind),
                "/centre/operator",
                "GRA-3",
                "Is private, municipal or voluntary."
            )
            .Require(centre.WholeCentre is not null, "/centre/wholeCentre", "GRA-3", "Is missing.")
            .Require(centre.Places is > 0 and <= MostPeople, "/centre/places", "GRA-2", "Is 1 to 10000.")
            .Require(
                centre.Residents is >= 0 && centre.Residents <= centre.Places,
                "/centre/residents",
                "GRA-2",
                "Is 0 up to the number of places."
            );

    private static void Check(CareerCentreRequest centre, FieldErrors errors)
    {
        errors.Require(
            OrganisationNumber.IsValid(centre.Organisation),
            "/careerCentre/organisation",
            "GRA-2",
            "Is an organisation number."
        );
        RequireText(centre.Establishment, "establishment");
        RequireText(centre.Location, "location");
        RequireText(centre.Staffing, "staffing");
        RequireText(centre.Competence, "competence");
        RequireText(centre.Offers, "offers");
        RequireText(centre.Experience, "experience");
        errors.Require(
            centre.Capacity is > 0 and <= MostPeople,
            "/careerCentre/capacity",
            "GRA-2",
            "Is the number of residents it can guide at the same time, 1 to 10000."
        );

        void RequireText(string? text, string member) =>
            errors.Require(IsText(text), $"/careerCentre/{member}", "GRA-2", "Is 1 to 4000 characters.");
    }

    private static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestText;
}
