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

    /// <summary>True when a header names the tag, or any.</summary>
    public static bool Names(StringValues header, string tag) =>
        EntityTagHeaderValue.TryParseList(header, out var named)
        && named.Any(one => one.Tag == tag || one.Equals(EntityTagHeaderValue.Any));
}
