using FsCheck;
using FsCheck.Fluent;

namespace IntegrationPlatform.Fuzz.Tests.Oddities;

/// <summary>Headers that are not what the document asks for.</summary>
internal static class OddHeaders
{
    private static readonly (string Name, string Value)[] Known =
    [
        ("Idempotency-Key", ""),
        ("Idempotency-Key", "one-and-the-same"),
        ("Idempotency-Key", "a,b"),
        ("Idempotency-Key", "a b"),
        ("Idempotency-Key", "\"quoted\""),
        ("Idempotency-Key", new('k', 255)),
        ("Idempotency-Key", new('k', 256)),
        ("If-Match", "*"),
        ("If-Match", "\"x\""),
        ("If-Match", "W/\"x\""),
        ("If-Match", "unquoted"),
        ("If-Match", "\"a\", \"b\", W/\"c\""),
        ("If-Match", "\"unfinished"),
        ("If-Match", $"\"{new string('e', 5_000)}\""),
        ("If-None-Match", "*"),
        ("If-None-Match", "\"x\", *, garbage"),
        ("If-Modified-Since", "yesterday"),
        ("Range", "bytes=0-1"),
        ("Accept", "text/html"),
        ("Accept", "application/xml;q=1, */*;q=0"),
        ("Accept", "garbage"),
        ("Accept-Encoding", "gzip"),
        ("Accept-Encoding", "br, *;q=0, identity;q=0"),
        ("Accept-Encoding", "garbage;q=9"),
        ("Accept-Language", "fa-AF, zz-ZZ;q=0.1, *"),
        ("Accept-Language", "not a language"),
        ("Content-Type", "text/plain"),
        ("Content-Type", "application/json; charset=utf-16"),
        ("Content-Type", "application/json; charset=nonsense"),
        ("Content-Type", "application/json; charset=\""),
        ("Content-Type", "application/problem+json"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Content-Type", "multipart/form-data; boundary=x"),
        ("Content-Type", "garbage"),
        ("Content-Encoding", "gzip"),
        ("Content-Language", "\\"),
        ("X-HTTP-Method-Override", "DELETE"),
        ("X-Forwarded-For", "127.0.0.1"),
        ("X-Organisation", "987879696"),
        ("Forwarded", "for=127.0.0.1;host=elsewhere"),
        ("traceparent", "00-garbage"),
        ("tracestate", new('t', 3_000)),
        ("baggage", "a=b,,=;"),
        ("Cookie", "a=b; c"),
        ("Upgrade", "h2c"),
        ("Origin", "null"),
        ("User-Agent", ""),
    ];

    private static readonly (string Name, string Value)[] NotHttp =
    [
        ("Host", ""),
        ("Host", "a b"),
        ("X-Big", new('x', 20_000)),
        ("X-Text", "æøå"),
        ("X-Text", "a\0b"),
        ("X Name", "x"),
        ("Content-Length", "-1"),
        ("Transfer-Encoding", "gzip"),
    ];

    /// <summary>A header too many, or one that nobody expects.</summary>
    public static Gen<Oddity> Any { get; } =
        Gen.Frequency(
            (8, Gen.Elements(Known).Select(header => Add(header.Name, header.Value, isNotHttp: false))),
            (1, Gen.Elements(NotHttp).Select(header => Add(header.Name, header.Value, isNotHttp: true))),
            (
                1,
                Gen.Elements("Idempotency-Key", "If-Match", "Authorization", "Content-Type")
                    .Select(name => new Oddity($"{name} twice", call => Twice(call, name)))
            ),
            (
                1,
                Gen.Elements(
                        "Bearer",
                        "Bearer ",
                        "Bearer a.b.c",
                        "Basic YTpi",
                        "Bearer a b",
                        $"Bearer {new string('t', 9_000)}"
                    )
                    .Select(value => new Oddity($"Authorization: {Oddity.Show(value)}", call => Authorize(call, value)))
            ),
            (1, Gen.Constant(new Oddity("no Authorization", call => Authorize(call, value: null)))),
            (1, Gen.Constant(new Oddity("ninety headers", Many)))
        );

    private static Oddity Add(string name, string value, bool isNotHttp) =>
        new(
            $"{name}: {Oddity.Show(value)}",
            call =>
            {
                call.IsNotHttp |= isNotHttp;
                call.Headers.Add((name, value));
            }
        );

    private static void Twice(Call call, string name)
    {
        var header = call.Headers.FirstOrDefault(header => header.Name == name, (Name: name, Value: "\"one\""));
        call.Headers.Add(header);
        call.Headers.Add((name, "\"another\""));
    }

    private static void Authorize(Call call, string? value)
    {
        call.Headers.RemoveAll(header => header.Name == "Authorization");
        if (value is not null)
        {
            call.Headers.Add(("Authorization", value));
        }
    }

    private static void Many(Call call)
    {
        for (var i = 0; i < 90; i++)
        {
            call.Headers.Add(($"X-{i}", "x"));
        }
    }
}
