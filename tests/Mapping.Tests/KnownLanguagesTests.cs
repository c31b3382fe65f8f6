using IntegrationPlatform.Mapping.Languages;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>Languages of residents and of the form (MAP-3).</summary>
public sealed class KnownLanguagesTests
{
    [Fact]
    public void The_form_ships_in_fourteen_languages_and_Ukrainian()
    {
        string[] expected =
        [
            "am",
            "ar",
            "ckb",
            "en",
            "fa",
            "fa-AF",
            "fr",
            "ku",
            "nb",
            "ps",
            "ru",
            "so",
            "sw",
            "ti",
            "uk",
        ];

        Assert.Equal(expected, Language.Shipped.Select(l => l.Code).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["ar", "ckb", "fa", "fa-AF", "ps"],
            Language.Shipped.Where(l => l.RightToLeft).Select(l => l.Code).Order(StringComparer.Ordinal)
        );
        Assert.All(expected, code => Assert.True(KnownLanguages.Contain(code)));
    }

    [Theory]
    [InlineData("ur", true)]
    [InlineData("tig", true)]
    [InlineData("xx", false)]
    [InlineData("Arabic", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_resident_may_have_any_language_that_exists(string? tag, bool known) =>
        Assert.Equal(known, KnownLanguages.Contain(tag));
}
