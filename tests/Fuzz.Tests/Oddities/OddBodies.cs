using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationPlatform.Fuzz.Tests.Oddities;

/// <summary>Bodies that are not what the document asks for.</summary>
internal static class OddBodies
{
    private const int Places = 1_000;
    private static readonly string[] Values =
    [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "-1",
        "1",
        "1.5",
        "0.1e1",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "9223372036854775808",
        "79228162514264337593543950335",
        "1e28",
        "1e400",
        "-1e400",
        "1e-400",
        "01",
        "1.",
        ".5",
        "NaN",
        "Infinity",
        "0x10",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "[\"\"]",
        "{\"\":null}",
        "{\"$type\":\"System.Object\"}",
        "{\"__proto__\":{}}",
        "'text'",
        "\"unfinished",
        "\"\\x\"",
        "\"\\ud800\"",
        "/* a comment */1",
    ];

    private static readonly (string Name, Func<byte[], byte[]> Change)[] Changes =
    [
        ("an empty body", _ => []),
        ("a body of blanks", _ => "  \r\n"u8.ToArray()),
        ("null for a body", _ => "null"u8.ToArray()),
        ("a list for a body", _ => "[]"u8.ToArray()),
        ("a text for a body", _ => "\"text\""u8.ToArray()),
        ("a body cut off", body => body[..(body.Length * 2 / 3)]),
        ("something after the body", body => [.. body, .. "}"u8]),
        ("two bodies", body => [.. body, .. body]),
        ("a byte order mark", body => [0xef, 0xbb, 0xbf, .. body]),
        ("a comma at the end", body => [.. body.AsSpan(0, Math.Max(0, body.Length - 1)), .. ",}"u8]),
        ("UTF-16", body => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))),
        ("Latin-1", body => [.. Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(body)), 0xe6]),
        ("broken UTF-8", body => [.. body.AsSpan(0, body.Length / 2), 0xc3, 0x28, .. body.AsSpan(body.Length / 2)]),
        ("a null byte", body => [.. body.AsSpan(0, body.Length / 2), 0, .. body.AsSpan(body.Length / 2)]),
        ("a form", _ => "a=1&b=2"u8.ToArray()),
        (
            "XML",
            _ => "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"u8.ToArray()
        ),
        ("a body of 900 kB", body => [.. body, .. Enumerable.Repeat((byte)' ', 900_000)]),
        ("a body over the limit", body => [.. body, .. Enumerable.Repeat((byte)' ', 1_100_000)]),
        ("lists in lists, sixty deep", _ => Nested('[', ']', 60)),
        ("lists in lists, a hundred thousand deep", _ => Nested('[', ']', 100_000)),
        ("objects in objects", _ => [.. Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5_000)))]),
    ];

    /// <summary>An odd value at some place, or a member too many or too few.</summary>
    public static Gen<Oddity> Members { get; } =
        Gen.Frequency(
            (12, Gen.Choose(0, Places).SelectMany(_ => Value(), Put)),
            (3, Gen.Choose(0, Places).Select(place => On(place, "a member missing", Remove))),
            (2, Gen.Choose(0, Places).Select(place => On(place, "a member twice", Repeat))),
            (2, Gen.Choose(0, Places).Select(place => On(place, "a member in capitals", Capitals))),
            (
                2,
                Gen.Choose(0, Places)
                    .SelectMany(_ => OddTexts.Any, (place, text) => On(place, "an unknown member", Add(text)))
            )
        );

    /// <summary>Another body altogether, or this one sent otherwise.</summary>
    public static Gen<Oddity> Whole { get; } =
        Gen.OneOf(
            Gen.Elements(Changes).Select(change => new Oddity(change.Name, call => call.Bodies.Add(change.Change))),
            Gen.Constant(new Oddity("in chunks", call => call.Chunked = true))
        );

    private static Gen<string> Value() =>
        Gen.Frequency(
            (5, Gen.Elements(Values)),
            (6, OddTexts.Any.SelectMany(_ => Gen.Elements(true, false), Quoted)),
            (
                1,
                OddTexts.Any.Select(text =>
                    $"[{string.Join(',', Enumerable.Repeat(Quoted(text.Length > 40 ? "x" : text, escaped: true), 3_000))}]"
                )
            ),
            (1, Gen.Elements(30, 63, 64, 5_000).Select(depth => Encoding.ASCII.GetString(Nested('[', ']', depth))))
        );

    private static Oddity Put(int place, string value) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{Oddity.Show(value)} at place {place}"),
            call => call.Put(place, value)
        );

    private static Oddity On(int place, string name, Action<System.Text.Json.Nodes.JsonObject, int> change) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"{name} at place {place}"),
            call => call.Change(place, node => change(node, place))
        );

    private static void Remove(System.Text.Json.Nodes.JsonObject node, int place)
    {
        if (node.Count > 0)
        {
            node.Remove(node.ElementAt(place % node.Count).Key);
        }
    }

    private static void Repeat(System.Text.Json.Nodes.JsonObject node, int place)
    {
        if (node.Count > 0)
        {
            Call.Repeat(node, place);
        }
    }

    private static void Capitals(System.Text.Json.Nodes.JsonObject node, int place)
    {
        if (node.Count > 0 && node.ElementAt(place % node.Count) is var (name, value))
        {
            node.Remove(name);
            node[name.ToUpperInvariant()] = value;
        }
    }

    // The refusal of an unknown member names it; it must not repeat values.
    private static Action<System.Text.Json.Nodes.JsonObject, int> Add(string name) =>
        (node, place) => node[$"x{name.Replace(OddTexts.Canary, "", StringComparison.Ordinal)}"] = place;

    private static string Quoted(string text, bool escaped) =>
        escaped
            ? $"\"{string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")))}\""
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static byte[] Nested(char open, char close, int depth) =>
        Encoding.ASCII.GetBytes(new string(open, depth) + new string(close, depth));
}
