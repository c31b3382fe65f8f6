using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Subscriptions;

/// <summary>
/// How partners' webhooks are called; the section <c>Subscriptions</c> of the configuration, read and checked at the start.
/// </summary>
/// <param name="Origin">The DNS name by which a receiver knows the platform (CloudEvents webhooks, 4.1.2).</param>
/// <param name="AllowPrivateAddresses">True lets receivers run on this machine or network, without TLS: local runs and tests.</param>
/// <param name="Timeout">How long one call may take.</param>
/// <param name="Lease">How long a replica has a subscription in hand; longer than a call.</param>
/// <param name="Poll">How often is looked for something to say.</param>
/// <param name="Retries">When what failed is tried again.</param>
public sealed record SubscriptionSettings(
    string Origin,
    bool AllowPrivateAddresses,
    TimeSpan Timeout,
    TimeSpan Lease,
    TimeSpan Poll,
    RetrySchedule Retries
)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One is missing or cannot be used; the message names it.</exception>
    public static SubscriptionSettings From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Subscriptions");
        var origin = section["Origin"];
        if (string.IsNullOrEmpty(origin))
        {
            throw new InvalidOperationException("Subscriptions:Origin is missing.");
        }

        if (Uri.CheckHostName(origin) != UriHostNameType.Dns)
        {
            throw new InvalidOperationException("Subscriptions:Origin must be a DNS name.");
        }

        // Unlike IMDinett's, these addresses are chosen by partners: they must not reach what stands beside the service.
        var allowPrivate = section.GetValue("AllowPrivateAddresses", false);
        if (allowPrivate && !environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"The environment {environment.EnvironmentName} refuses the setting Subscriptions:AllowPrivateAddresses: "
                    + "partners choose the addresses."
            );
        }

        var timeout = section.GetValue("Timeout", TimeSpan.FromSeconds(10));
        var waits = section.GetSection("Retries").Get<TimeSpan[]>();
        return new SubscriptionSettings(
            origin,
            allowPrivate,
            timeout,
            section.GetValue("Lease", timeout + TimeSpan.FromSeconds(5)),
            section.GetValue("Poll", TimeSpan.FromMilliseconds(500)),
            waits is null ? RetrySchedule.Default : new RetrySchedule(waits)
        );
    }
}
