using System.Globalization;
using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Subscriptions;

/// <summary>
/// Asks an address whether it takes events from here, so that nobody is sent events who does not expect them: the abuse
/// protection of CloudEvents' HTTP webhooks, version 1.0.2, section 4.
/// </summary>
internal static class Handshake
{
    // Events a minute: asked for, and kept to by an address that agrees without saying how many.
    private const int RequestedRate = 600;

    /// <summary>Asks.</summary>
    /// <param name="webhooks">The client.</param>
    /// <param name="url">The address that events would be posted to.</param>
    /// <param name="origin">The sender's name.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>How it went, <see cref="AttemptOutcome.Received"/> when it agreed; and events a minute, null for any number.</returns>
    public static async Task<(WebhookAnswer Answer, int? Rate)> AskAsync(
        this WebhookClient webhooks,
        Uri url,
        string origin,
        CancellationToken cancellation
    )
    {
        int? rate = null;
        var answer = await webhooks.SendAsync(
            _ => Question(url, origin),
            response =>
            {
                rate = RateOf(response);
                return OutcomeOf(response, origin);
            },
            cancellation
        );
        return (answer, rate);
    }

    private static HttpRequestMessage Question(Uri url, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, url);
        request.Headers.Add(WebhookClient.OriginHeader, origin);
        request.Headers.Add("WebHook-Request-Rate", RequestedRate.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    // A status alone is no consent: many a server answers OPTIONS without knowing what it is asked.
    private static AttemptOutcome OutcomeOf(HttpResponseMessage response, string origin)
    {
        var outcome = WebhookClient.OutcomeOf(response);
        var allowed = Value(response, "WebHook-Allowed-Origin");
        return
            outcome == AttemptOutcome.Received
            && allowed != "*"
            && !string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase)
            ? AttemptOutcome.NotGranted
            : outcome;
    }

    private static int? RateOf(HttpResponseMessage response) =>
        Value(response, "WebHook-Allowed-Rate") switch
        {
            "*" => null,
            { } text
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate > 0 =>
                rate,
            _ => RequestedRate,
        };

    private static string? Value(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) && values.ToArray() is [var value] ? value.Trim() : null;
}
