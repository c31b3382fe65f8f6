using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;

namespace IntegrationPlatform.Persistence.Audit;

/// <summary>
/// The sentences of one language in which a resident is told what was done with their data: data files beside this one,
/// which also say whether a person who knows the language has reviewed them.
/// </summary>
/// <param name="Language">The language tag.</param>
/// <param name="Name">The language's own name.</param>
/// <param name="RightToLeft">True when it is written from right to left.</param>
/// <param name="Reviewed">True when a person has reviewed the translation.</param>
/// <param name="Who">What the parties are called.</param>
/// <param name="Acts">What they did.</param>
internal sealed record Sentences(
    string Language,
    string Name,
    bool RightToLeft,
    bool Reviewed,
    IReadOnlyDictionary<Sentences.Party, string> Who,
    IReadOnlyDictionary<Act, string> Acts
)
{
    private const string Folder = "Sentences.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Whom the sentences name; directorates are called by their own names in every language.</summary>
    internal enum Party
    {
        Centre,
        HostMunicipality,
        CareerCentre,
        NavOffice,
        Municipality,
        Platform,
        Other,
    }

    /// <summary>All languages, by tag.</summary>
    public static IReadOnlyDictionary<string, Sentences> All { get; } =
        typeof(Sentences)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(Read)
            .ToDictionary(sentences => sentences.Language, StringComparer.Ordinal);

    /// <summary>Tells an entry: who, with the organisation's number, and what.</summary>
    public string Tell(AuditEntry entry)
    {
        var who = entry.As switch
        {
            Role.Imdi => "IMDi",
            Role.Udi => "UDI",
            Role.HkDir => "HK-dir",
            Role.NavDirectorate => "NAV",
            Role.Centre => Who[Party.Centre],
            Role.HostMunicipality => Who[Party.HostMunicipality],
            Role.CareerCentre => Who[Party.CareerCentre],
            Role.NavOffice => Who[Party.NavOffice],
            Role.InvitedMunicipality or Role.AskedMunicipality or Role.SettlementMunicipality => Who[
                Party.Municipality
            ],
            _ => entry.Organisation is null ? Who[Party.Platform] : Who[Party.Other],
        };
        return entry.Organisation is null
            ? $"{who}: {Acts[entry.Act]}."
            : $"{who} ({entry.Organisation}): {Acts[entry.Act]}.";
    }

    private static Sentences Read(string resource)
    {
        using var file = typeof(Sentences).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Sentences>(file, Json)!;
    }
}
