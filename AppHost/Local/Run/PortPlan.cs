using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Run;

/// <summary>The ports that a run needs, and whether it can have them.</summary>
internal static class PortPlan
{
    /// <summary>Refuses to start where a port is taken, before anything has started.</summary>
    /// <exception cref="PortTakenException">Ports are taken.</exception>
    public static void RefuseTaken(LocalOptions options)
    {
        var taken = Of(options)
            .Select(want => (want.For, want.Port, Holder: PortHolder.Of(want.Port)))
            .Where(want => want.Holder is not null)
            .Select(want => $"Port {want.Port}, wanted for {want.For}, is taken by {want.Holder}.")
            .ToList();
        if (taken.Count > 0)
        {
            throw new PortTakenException(string.Join(Environment.NewLine, taken));
        }
    }

    private static IEnumerable<(string For, int Port)> Of(LocalOptions options)
    {
        foreach (var part in options.Parts)
        {
            for (var i = 0; i < (part.CanReplicate ? options.Replicas : 1); i++)
            {
                yield return (part.Name, options.Addresses.Port(part.Port + i));
            }
        }

        for (var i = 0; i < options.RabbitMqNodes; i++)
        {
            yield return ("RabbitMQ", options.Addresses.Port(Platform.BrokerPort + i));
            yield return ("RabbitMQ's distribution", options.Addresses.Port(Platform.BrokerDistributionPort + i));
        }

        yield return ("PostgreSQL", options.Addresses.Port(Platform.PostgresPort));
    }
}
