using System.Text.Json;

namespace IntegrationPlatform.Imdinett.Pages;

/// <summary>Any JSON value as a list a person can read; empty members are left out.</summary>
internal static class Values
{
    public static Html Of(JsonElement value, params string[] except) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Html.Of($"<dl>{Html.Join(Members(value, except))}</dl>"),
            JsonValueKind.Array => Html.Of($"<ul>{Html.Join(value.EnumerateArray().Select(Item))}</ul>"),
            _ => Html.Text(Inline(value)),
        };

    /// <summary>A value on one line.</summary>
    public static string Inline(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => string.Join(
                ", ",
                value
                    .EnumerateObject()
                    .Where(m => !IsEmpty(m.Value))
                    .Select(m => $"{Labels.Of(m.Name)}: {Inline(m.Value)}")
            ),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Inline)),
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nei",
            _ => value.ToString(),
        };

    private static IEnumerable<Html> Members(JsonElement value, string[] except) =>
        value
            .EnumerateObject()
            .Where(m => !IsEmpty(m.Value) && !except.Contains(m.Name, StringComparer.Ordinal))
            .Select(m => Html.Of($"<dt>{Labels.Of(m.Name)}</dt><dd>{Nested(m.Value)}</dd>"));

    private static Html Item(JsonElement item) => Html.Of($"<li>{Inline(item)}</li>");

    private static Html Nested(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(v => v.ValueKind == JsonValueKind.Object)
            ? Of(value)
            : Html.Text(Inline(value));

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
        || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
        || (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: 0 })
        || (value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(m => IsEmpty(m.Value)));
}
