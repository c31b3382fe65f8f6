using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace IntegrationPlatform.Hosting.Conditions;

/// <summary>Strong entity tags (RFC 9110, section 8.8.3), made from what they stand for.</summary>
public static class EntityTags
{
    private const int Length = 32;

    /// <summary>The tag of a content.</summary>
    public static string Of(params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(BitConverter.GetBytes(part.Length));
            hash.AppendData(part);
        }

        return $"\"{Convert.ToHexStringLower(hash.GetHashAndReset())[..Length]}\"";
    }

    /// <summary>True when a header names the tag, or any; a weak one too (RFC 9110, section 8.8.3.2), as If-None-Match asks for.</summary>
    public static bool Names(StringValues header, string tag) => Any(header, one => one.Tag == tag);

    /// <summary>True when a header names the tag as a strong one, or any, as If-Match asks for.</summary>
    public static bool NamesStrongly(StringValues header, string tag) =>
        Any(header, one => !one.IsWeak && one.Tag == tag);

    private static bool Any(StringValues header, Func<EntityTagHeaderValue, bool> isIt) =>
        EntityTagHeaderValue.TryParseList(header, out var named)
        && named.Any(one => isIt(one) || one.Equals(EntityTagHeaderValue.Any));
}
