using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationPlatform.Fuzz.Tests.Oddities;

/// <summary>Queries that are not what the document asks for.</summary>
internal static class OddQueries
{
    private const int Places = 20;
    private static readonly string[] Members =
    [
        "unknown=1",
        "=",
        "&&&",
        "limit",
        "limit=",
        "limit=0",
        "limit=-1",
        "limit=501",
        "limit=99999999999999999999",
        "limit=1&limit=2",
        "limit=1",
        "LIMIT=2",
        "limit[]=1",
        "cursor=",
        "cursor=%00",
        "cursor=AAAA",
        "cursor=____",
        "cursor=//8",
        "cursor=MDE5OTFmM2E1YzAwNzAwMDgwMDAwMDAwMDAwMDAwYTE",
        "a=%",
        "a=%zz",
        "a=%ff%fe",
        "a=1;b=2",
        "?a=1",
    ];

    /// <summary>A query with something odd in it.</summary>
    public static Gen<Oddity> Any { get; } =
        Gen.OneOf(
            Gen.Elements(Members).Select(member => new Oddity($"?{member}", call => call.Query.Add(member))),
            OddTexts.Any.SelectMany(_ => Gen.Choose(0, Places), InAParameter),
            Gen.Constant(
                new Oddity(
                    "two thousand members in the query",
                    call => call.Query.Add(string.Join('&', Enumerable.Repeat("a=1", 1_500)))
                )
            )
        );

    private static Oddity InAParameter(string text, int place)
    {
        var value = Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        return new Oddity(
            $"{Oddity.Show(text)} in the query",
            call =>
            {
                var names = call.Operation.Parameters.Where(p => p.In == "query").Select(p => p.Name).ToList();
                call.Query.Add($"{(names.Count == 0 ? "x" : names[place % names.Count])}={value}");
            }
        );
    }
}
