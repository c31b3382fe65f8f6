namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>
/// What a settlement transfer carries from the mapping: who the resident is, and the newest version of the competence
/// mapping (SET-4). The only place outside Mapping where identity stands (ALL-1); it travels only sealed.
/// </summary>
/// <param name="Duf">The DUF number, twelve digits.</param>
/// <param name="Name">The resident's name.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="Permit">The permit status by UDI's newest decision.</param>
/// <param name="ArrivedOn">The day of arrival at the centre.</param>
/// <param name="Languages">The languages registered at arrival, as language tags (<c>fa-AF</c>).</param>
/// <param name="Mapping">The newest version of the mapping; null for a child or when none was submitted.</param>
public sealed record CompetenceSection(
    string Duf,
    string Name,
    DateOnly BirthDate,
    PermitStatus Permit,
    DateOnly ArrivedOn,
    IReadOnlyList<string> Languages,
    SubmittedMapping? Mapping
);

/// <summary>A frozen version of a competence mapping (MAP-5).</summary>
/// <param name="Version">1 for the first submission; each correction is one more.</param>
/// <param name="SubmittedOn">The day it was submitted.</param>
/// <param name="AnsweredBy">Who gave the answers.</param>
/// <param name="Competence">The answers.</param>
public sealed record SubmittedMapping(int Version, DateOnly SubmittedOn, AnsweredBy AnsweredBy, Competence Competence);
