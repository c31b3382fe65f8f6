using System.Globalization;

namespace IntegrationPlatform.Client;

/// <summary>The address of an operation.</summary>
internal static class Address
{
    /// <summary>A path with its query; what is null is left out.</summary>
    public static string Of(FormattableString path, params (string Name, object? Value)[] query)
    {
        var given = query
            .Where(member => member.Value is not null)
            .Select(member => $"{member.Name}={Escaped(member.Value!)}")
            .ToList();
        var address = string.Format(
            CultureInfo.InvariantCulture,
            path.Format,
            [.. path.GetArguments().Select(argument => (object)Escaped(argument!))]
        );
        return given.Count == 0 ? address : $"{address}?{string.Join('&', given)}";
    }

    private static string Escaped(object value) =>
        Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
