using FsCheck;
using FsCheck.Fluent;

namespace IntegrationPlatform.Fuzz.Tests.Oddities;

/// <summary>Texts that programs have stumbled over.</summary>
internal static class OddTexts
{
    /// <summary>Stands in some texts; no refusal may repeat it.</summary>
    public const string Canary = "Zq7kanarifugl";

    private const int Long = 300;
    private const int Longer = 5_000;
    private const int Longest = 70_000;

    private static readonly string[] Known =
    [
        "",
        " ",
        "\t\r\n",
        "\0",
        $"{Canary}\0",
        "\u0001\u001b[31m",
        "\u202e\u2066txt.exe", // Written from right to left.
        "شرح\u200f\u061c",
        "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a", // Marks over marks.
        "e\u0301",
        "İıﬀß",
        "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "\ud800", // Half a character.
        "\udc00\ud800",
        $"{Canary}\ud83d",
        "\ufeff\ufffe\uffff",
        "\u2028\u2029\u0085\u00a0",
        $"'; drop table residents; -- {Canary}",
        $"<script>{Canary}</script>",
        "${jndi:ldap://127.0.0.1/a}{{7*7}}%s%n",
        "../../../../etc/passwd",
        "null",
        "-0",
        "٣٤٥",
        "1e309",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "{01991f3a-5c00-7000-8000-0000000000a1}",
        "01991F3A5C0070008000-0000000000a1",
        "999999999",
        "0192:987879696",
        "zz-ZZ-private-x-y",
    ];

    private static readonly string[] Times =
    [
        "0001-01-01",
        "9999-12-31",
        "10000-01-01",
        "-0001-01-01",
        "1899-12-31",
        "2024-02-30",
        "2023-02-29",
        "2016-1-1",
        "2016-10-03T00:00:00",
        "2016-10-03T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59.9999999-14:00",
        "2016-12-31T23:59:60Z",
        "24:00",
        "23:59:59.9999999",
        "P1Y",
    ];

    /// <summary>Any odd text.</summary>
    public static Gen<string> Any { get; } =
        Gen.Frequency(
            (6, Gen.Elements(Known)),
            (3, Gen.Elements(Times)),
            (2, Gen.Choose(0, 0xffff).ListOf(12).Select(codes => new string([.. codes.Select(code => (char)code)]))),
            (
                2,
                Gen.Elements(Long, Longer, Longest)
                    .SelectMany(
                        _ => Gen.Elements("x", "æ", "\ud83d\ude00", "\u0301", "0"),
                        (length, text) => string.Concat(Enumerable.Repeat(text, length))
                    )
            )
        );
}
