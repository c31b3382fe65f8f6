using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>How IMDinett is reached; the section <c>Imdinett</c> of the configuration, read and checked at the start.</summary>
/// <param name="Url">Where events are posted; HTTPS unless private addresses are allowed.</param>
/// <param name="Keys">The signing keys: the newest, and while it rotates the one before.</param>
/// <param name="AllowPrivateAddresses">True lets it run on this machine or network: local runs and tests.</param>
/// <param name="Timeout">How long one attempt may take.</param>
/// <param name="Lease">How long a replica has a delivery in hand; longer than an attempt.</param>
/// <param name="Poll">How often the queue is looked at.</param>
/// <param name="Retries">When a failed delivery is tried again.</param>
public sealed record ImdinettSettings(
    Uri Url,
    IReadOnlyList<byte[]> Keys,
    bool AllowPrivateAddresses,
    TimeSpan Timeout,
    TimeSpan Lease,
    TimeSpan Poll,
    RetrySchedule Retries
)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One is missing or cannot be used; the message names it.</exception>
    public static ImdinettSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Imdinett");
        var allowPrivate = section.GetValue("AllowPrivateAddresses", false);
        var url = new Uri(Required(section, "Url"), UriKind.Absolute);
        if (url.Scheme != Uri.UriSchemeHttps && !(allowPrivate && url.Scheme == Uri.UriSchemeHttp))
        {
            throw new InvalidOperationException("Imdinett:Url must be an https address.");
        }

        var timeout = section.GetValue("Timeout", TimeSpan.FromSeconds(10));
        var waits = section.GetSection("Retries").Get<TimeSpan[]>();
        return new ImdinettSettings(
            url,
            [
                .. new[] { Required(section, "SigningKey"), section["PreviousSigningKey"] }
                    .Where(secret => !string.IsNullOrEmpty(secret))
                    .Select(secret => WebhookSignature.Key(secret!)),
            ],
            allowPrivate,
            timeout,
            section.GetValue("Lease", timeout + TimeSpan.FromSeconds(5)),
            section.GetValue("Poll", TimeSpan.FromMilliseconds(250)),
            waits is null ? RetrySchedule.Default : new RetrySchedule(waits)
        );
    }

    private static string Required(IConfigurationSection section, string name) =>
        section[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"Imdinett:{name} is missing.");
}
