namespace IntegrationPlatform.Grants.Appropriations;

/// <summary>
/// The lines of 2016 (GRA-5, GRA-6; S0, S1). Their amounts are the first entries of the ledger, which the migration
/// <c>LedgerGuard</c> writes: 5 350 000 kr for the centres, 4 500 000 kr for career centres, 600 000 kr for voluntary
/// organisations.
/// </summary>
public static class Appropriation2016
{
    private const string Centres = "integration-reception-centres";

    /// <summary>The lines.</summary>
    public static AppropriationLine[] Lines { get; } =
    [
        Line(1, LineName.Qualification, Centres, Manager.Imdi, "S1"),
        Line(2, LineName.Meetings, Centres, Manager.Imdi, "S1"),
        Line(3, LineName.Evaluation, Centres, Manager.Imdi, "S1"),
        Line(4, LineName.NotItemised, Centres, Manager.Imdi, "S1"),
        Line(5, LineName.CareerCentres, "career-guidance", Manager.Hkdir, "S0, S1"),
        Line(6, LineName.Voluntary, "voluntary-organisations", Manager.Imdi, "S1"),
    ];

    private static AppropriationLine Line(
        byte number,
        LineName line,
        string appropriation,
        Manager manager,
        string source
    ) =>
        new()
        {
            Id = new Guid(0x2016, 0, 0, 0, 0, 0, 0, 0, 0, 0, number),
            Year = 2016,
            Line = line,
            Appropriation = appropriation,
            Manager = manager,
            Source = source,
        };
}
