namespace IntegrationPlatform.Mapping.Languages;

/// <summary>A language in which a resident can fill in the mapping (MAP-3).</summary>
public sealed class Language
{
    /// <summary>The language tag (BCP 47).</summary>
    public required string Code { get; init; }

    /// <summary>The language's own name.</summary>
    public required string Name { get; init; }

    /// <summary>True when it is written from right to left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>The languages that the platform ships with: the fourteen of S2, and Ukrainian.</summary>
    public static IReadOnlyList<Language> Shipped { get; } =
    [
        new() { Code = "nb", Name = "norsk bokmål" },
        new() { Code = "en", Name = "English" },
        new()
        {
            Code = "ar",
            Name = "العربية",
            RightToLeft = true,
        },
        new() { Code = "ti", Name = "ትግርኛ" },
        new() { Code = "so", Name = "Soomaali" },
        new()
        {
            Code = "fa-AF",
            Name = "دری",
            RightToLeft = true,
        },
        new()
        {
            Code = "fa",
            Name = "فارسی",
            RightToLeft = true,
        },
        new()
        {
            Code = "ps",
            Name = "پښتو",
            RightToLeft = true,
        },
        new() { Code = "ku", Name = "Kurdî (Kurmancî)" },
        new()
        {
            Code = "ckb",
            Name = "کوردیی ناوەندی",
            RightToLeft = true,
        },
        new() { Code = "sw", Name = "Kiswahili" },
        new() { Code = "fr", Name = "français" },
        new() { Code = "am", Name = "አማርኛ" },
        new() { Code = "ru", Name = "русский" },
        new() { Code = "uk", Name = "українська" },
    ];
}
