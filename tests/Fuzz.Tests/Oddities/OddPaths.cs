using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationPlatform.Fuzz.Tests.Oddities;

/// <summary>Paths that lead elsewhere, or nowhere.</summary>
internal static class OddPaths
{
    private const int Places = 20;
    private static readonly string[] Segments =
    [
        "..",
        ".",
        "",
        "%2e%2e",
        "..%2f..",
        "%2f",
        "%5c",
        "\\",
        "%252e%252e",
        ";a=b",
        "%20",
        "%09",
        "%0d%0aX-Injected:%20yes",
        "%c0%af",
        "%ff",
        "%u002e",
        "*",
        "{id}",
        "..;",
    ];

    // What Kestrel itself takes for no request.
    private static readonly string[] NotHttp = ["%00", "a%00b", "æ", "%", "%zz", "a b", "\"", "|", new('x', 9_000)];

    /// <summary>A path with something odd in it.</summary>
    public static Gen<Oddity> Any { get; } =
        Gen.Frequency(
            (4, OddTexts.Any.SelectMany(_ => Gen.Choose(0, Places), InPlaceOfAnId)),
            (
                4,
                Gen.Elements(Segments)
                    .SelectMany(
                        _ => Gen.Choose(0, Places),
                        (segment, place) => Insert(segment, place, isNotHttp: false)
                    )
            ),
            (
                1,
                Gen.Elements(NotHttp)
                    .SelectMany(_ => Gen.Choose(0, Places), (segment, place) => Insert(segment, place, isNotHttp: true))
            ),
            (
                1,
                Gen.Constant(
                    new Oddity("the path in capitals", call => call.Paths.Add(path => path.ToUpperInvariant()))
                )
            ),
            (1, Gen.Constant(new Oddity("a slash at the end", call => call.Paths.Add(path => $"{path}/")))),
            (
                1,
                Gen.Elements("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get", "PROPFIND")
                    .Select(method => new Oddity($"the method {method}", call => call.Method = method))
            )
        );

    private static Oddity InPlaceOfAnId(string text, int place)
    {
        // Whole characters only: half of one has no bytes.
        var id = Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        return new Oddity(
            $"{Oddity.Show(text)} for an id",
            call =>
            {
                if (call.Ids.Count > 0)
                {
                    call.Ids[call.Ids.Keys.ElementAt(place % call.Ids.Count)] = id;
                    call.IsNotHttp |= id.Contains("%00", StringComparison.Ordinal);
                }
            }
        );
    }

    private static Oddity Insert(string segment, int place, bool isNotHttp) =>
        new(
            $"{Oddity.Show(segment)} in the path",
            call =>
            {
                call.IsNotHttp |= isNotHttp;
                call.Paths.Add(path =>
                {
                    var segments = path.Split('/').ToList();
                    segments.Insert(1 + (place % segments.Count), segment);
                    return string.Join('/', segments);
                });
            }
        );
}
