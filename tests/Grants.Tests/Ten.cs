using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Portfolios;
using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>The ten municipalities of 2016 (S0), by their numbers of 2024, each with a number for its organisation.</summary>
internal static class Ten
{
    /// <summary>Numbers, names and the organisations that answer for them in tests.</summary>
    public static IReadOnlyList<(string Number, string Name, string Organisation)> Municipalities { get; } =
    [
        ("0301", "Oslo", Organisations.Number(1)),
        ("1804", "Bodø", Organisations.Number(2)),
        ("3103", "Moss", Organisations.Number(3)),
        ("3301", "Drammen", Organisations.Number(4)),
        ("3442", "Østre Toten", Organisations.Number(5)),
        ("3909", "Larvik", Organisations.Number(6)),
        ("4204", "Kristiansand", Organisations.Number(7)),
        ("4601", "Bergen", Organisations.Number(8)),
        ("5001", "Trondheim", Organisations.Number(9)),
        ("5006", "Steinkjer", Organisations.Number(10)),
    ];

    /// <summary>Candidates with operators, forms and marks that vary.</summary>
    public static IReadOnlyList<Candidate> Candidates { get; } =
    [
        .. Municipalities.Select(
            (m, i) => Candidate(i, (OperatorKind)(i % 3), wholeCentre: i % 2 == 0, points: 6 + (i * 7 % 9))
        ),
    ];

    /// <summary>One of the ten as a candidate.</summary>
    public static Candidate Candidate(int place, OperatorKind kind, bool wholeCentre, int points) =>
        new(
            new Guid(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)place),
            MunicipalityRegister.Find(Municipalities[place].Number)!,
            kind,
            wholeCentre,
            points
        );
}
