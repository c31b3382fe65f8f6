using System.Reflection;

namespace IntegrationPlatform.Client.Tests;

/// <summary>What the client's code says, in the same words.</summary>
internal static class Written
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(decimal)] = "decimal",
        [typeof(bool)] = "bool",
        [typeof(string)] = "string",
    };

    /// <summary>A type as it is written, with a question mark where null is one of its values.</summary>
    public static string TypeOf(NullabilityInfo type) =>
        Bare(type)
        + (type.ReadState == NullabilityState.Nullable || Nullable.GetUnderlyingType(type.Type) is not null ? "?" : "");

    private static string Bare(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        return Keywords.TryGetValue(type, out var keyword) ? keyword
            : type.IsGenericType && Nullable.GetUnderlyingType(info.Type) is null
                ? $"{type.Name.Split('`')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(TypeOf))}>"
            : type.Name;
    }
}
