using System.Collections.Frozen;

namespace IntegrationPlatform.Imdinett.Pages;

/// <summary>Norwegian for the members and codes of a transfer; what is not listed is shown as it stands.</summary>
internal static class Labels
{
    private static readonly FrozenDictionary<string, string> Norwegian = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["languages"] = "Språk",
        ["language"] = "Språk",
        ["level"] = "Nivå",
        ["education"] = "Utdanning",
        ["field"] = "Fag",
        ["fieldCode"] = "ISCED-kode",
        ["country"] = "Land",
        ["years"] = "År",
        ["completed"] = "Fullført",
        ["documents"] = "Dokumenter",
        ["work"] = "Arbeid",
        ["occupation"] = "Yrke",
        ["styrk08"] = "STYRK-08",
        ["skills"] = "Andre ferdigheter",
        ["drivingLicences"] = "Førerkort",
        ["digitalSkills"] = "Digitale ferdigheter",
        ["interests"] = "Interesser",
        ["wishes"] = "Ønsker",
        ["needs"] = "Behov",
        ["goals"] = "Karrieremål",
        ["residentComment"] = "Beboerens kommentar",
        ["sessions"] = "Veiledningssamtaler",
        ["heldOn"] = "Dato",
        ["form"] = "Form",
        ["interpreter"] = "Tolk",
        ["signedOn"] = "Signert",
        ["element"] = "Element",
        ["completedOn"] = "Fullført",
        ["evidence"] = "Dokumentasjon",
        ["monday"] = "Mandag",
        ["tuesday"] = "Tirsdag",
        ["wednesday"] = "Onsdag",
        ["thursday"] = "Torsdag",
        ["friday"] = "Fredag",
        ["saturday"] = "Lørdag",
        ["sunday"] = "Søndag",
        ["norwegian"] = "Norsk",
        ["socialStudies"] = "Samfunnskunnskap",
        ["competenceMapping"] = "Kompetansekartlegging",
        ["guidance"] = "Karriereveiledning",
        ["languagePractice"] = "Språktrening",
        ["workOriented"] = "Arbeidsrettet",
        ["voluntary"] = "Frivillig",
        ["primarySubjects"] = "Grunnskolefag",
        ["upperSecondarySubjects"] = "Videregående fag",
        ["vocational"] = "Yrkesrettet",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string code) => Norwegian.GetValueOrDefault(code, code);
}
