using System.Net;
using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Subscriptions;

/// <summary>Which addresses a partner may name; what a name stands for is checked when it is connected to.</summary>
public static class ReceiverUrl
{
    private const int Longest = 2000;

    /// <summary>True for an address that may be called.</summary>
    /// <param name="text">The address.</param>
    /// <param name="allowPrivate">True where receivers may run on this machine or network, without TLS.</param>
    public static bool MayBe(string text, bool allowPrivate) =>
        text.Length <= Longest
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (allowPrivate && url.Scheme == Uri.UriSchemeHttp))
        && url.UserInfo.Length == 0
        && url.Fragment.Length == 0
        && (allowPrivate || !IPAddress.TryParse(url.DnsSafeHost, out var ip) || PublicAddresses.IsPublic(ip));
}
