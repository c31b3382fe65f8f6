namespace IntegrationPlatform.Hosting.Access;

/// <summary>
/// Organisation numbers of the directorates. The defaults are the public ones (Brønnøysund register); the section
/// <c>Directorates</c> of the configuration replaces them.
/// </summary>
public sealed record Directorates
{
    /// <summary>Integrerings- og mangfoldsdirektoratet.</summary>
    public string Imdi { get; init; } = "987879696";

    /// <summary>Utlendingsdirektoratet.</summary>
    public string Udi { get; init; } = "974760746";

    /// <summary>Direktoratet for høyere utdanning og kompetanse; was Vox, later Kompetanse Norge (S0).</summary>
    public string HkDir { get; init; } = "974788985";

    /// <summary>Arbeids- og velferdsdirektoratet.</summary>
    public string Nav { get; init; } = "889640782";

    /// <summary>Which directorate an organisation is; null for everybody else.</summary>
    public Role? RoleOf(string organisation) =>
        organisation == Imdi ? Role.Imdi
        : organisation == Udi ? Role.Udi
        : organisation == HkDir ? Role.HkDir
        : organisation == Nav ? Role.NavDirectorate
        : null;
}
