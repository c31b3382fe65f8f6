using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Persistence.Audit;

namespace IntegrationPlatform.Hosting.Tests.Audit;

/// <summary>A resident is told the log in a language of the mapping form (ALL-1, MAP-3).</summary>
public sealed class SentencesTests
{
    private static readonly string[] Form =
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

    public static TheoryData<string> Languages => [.. Form];

    [Fact]
    public void The_languages_are_those_of_the_form() =>
        Assert.Equal(Form, Sentences.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_act_and_every_party_has_its_own_words(string language)
    {
        var sentences = Sentences.All[language];

        Assert.Equal(Enum.GetValues<Act>(), sentences.Acts.Keys.Order());
        Assert.Equal(Enum.GetValues<Sentences.Party>(), sentences.Who.Keys.Order());
        Assert.All(
            sentences.Acts.Values.Concat(sentences.Who.Values),
            text => Assert.False(string.IsNullOrWhiteSpace(text))
        );
        Assert.Equal(sentences.Acts.Count, sentences.Acts.Values.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Languages_written_from_right_to_left_say_so() =>
        Assert.Equal(
            ["ar", "ckb", "fa", "fa-AF", "ps"],
            Sentences.All.Values.Where(s => s.RightToLeft).Select(s => s.Language).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_role_can_be_told_of()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var entry = AuditEntry
                .OfPlatform("test", "test", Act.LookedAtCase, "ALL-1", Guid.NewGuid(), DateTimeOffset.UnixEpoch)
                .About(Case.Resident, Guid.NewGuid());
            entry.As = role;

            Assert.EndsWith(
                "looked at your case, without seeing who you are.",
                Sentences.All["en"].Tell(entry),
                StringComparison.Ordinal
            );
        }
    }
}
