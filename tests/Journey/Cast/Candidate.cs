using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Journey.Cast;

/// <summary>
/// One of the ten invited municipalities (GRA-1) and what its cluster answers. Names of centres and all figures are
/// made up.
/// </summary>
/// <param name="Number">The municipality's number.</param>
/// <param name="Centre">The centre's name.</param>
/// <param name="Operator">Private, municipal or voluntary.</param>
/// <param name="WholeCentre">The whole centre, or a department of it.</param>
/// <param name="Places">Share of integration places against the smallest offer.</param>
/// <param name="Ability">How IMDi judges what it can do, 1–5.</param>
/// <param name="Effort">How IMDi judges what it puts in, 1–5.</param>
/// <param name="Innovation">How IMDi judges what is new in it, 1–5.</param>
/// <param name="Ambition">What the offer wants.</param>
/// <param name="Reservation">True when the council has not decided yet (GRA-4).</param>
public sealed record Candidate(
    string Number,
    string Centre,
    string Operator,
    bool WholeCentre,
    int Places,
    int Ability,
    int Effort,
    int Innovation,
    string Ambition,
    bool Reservation = false
)
{
    /// <summary>The ten, in the order of the invitation.</summary>
    public static IReadOnlyList<Candidate> All { get; } =
    [
        new(
            "4601",
            "Landås mottak",
            "private",
            true,
            150,
            4,
            4,
            3,
            "A class of one's own for those with a profession."
        ),
        new(
            "1804",
            "Saltvern mottak",
            "municipal",
            false,
            120,
            3,
            4,
            4,
            "Norwegian on the fishing quay from week two."
        ),
        new(
            "3301",
            "Strømsø mottak",
            "private",
            false,
            130,
            4,
            3,
            4,
            "Every adult meets an employer in the first month."
        ),
        new(
            "4204",
            "Vågsbygd mottak",
            "municipal",
            true,
            150,
            5,
            5,
            4,
            "One building for centre, school and career centre."
        ),
        new("3909", "Torstvet mottak", "private", true, 140, 3, 3, 3, "Upper-secondary subjects beside Norwegian."),
        new(
            "3103",
            "Jeløy mottak",
            "voluntary",
            false,
            120,
            4,
            4,
            5,
            "Language friends for all, run by the Red Cross."
        ),
        new("0301", "Torshov mottak", "voluntary", true, 160, 4, 3, 4, "A fast lane for health workers.", true),
        new("5006", "Egge mottak", "municipal", true, 140, 5, 5, 5, "A plan for each resident within four weeks."),
        new("5001", "Jonsvatnet mottak", "private", false, 130, 4, 5, 4, "Mentors from the university of technology."),
        new("3442", "Lena mottak", "private", true, 120, 3, 4, 3, "Work practice in farming and timber."),
    ];

    /// <summary>The municipality's name.</summary>
    public string Name => MunicipalityRegister.Find(Number)!.Name;

    /// <summary>The county's number.</summary>
    public string County => MunicipalityRegister.Find(Number)!.CountyNumber;
}
