using System.Globalization;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>What <c>up</c> was asked for.</summary>
/// <param name="Detach">Come back when all is ready, and leave it running.</param>
/// <param name="Replicas">How many of each service.</param>
/// <param name="RabbitMqNodes">How many RabbitMQ nodes.</param>
internal sealed record UpOptions(bool Detach, int Replicas, int RabbitMqNodes)
{
    /// <summary>Reads the command line.</summary>
    /// <exception cref="CommandException">It cannot be understood.</exception>
    public static UpOptions Read(IReadOnlyList<string> args)
    {
        var options = new UpOptions(false, 1, 1);
        for (var i = 0; i < args.Count; i++)
        {
            options = args[i] switch
            {
                "--detach" => options with { Detach = true },
                "--replicas" => options with { Replicas = Number(args, ++i, LocalOptions.MostReplicas) },
                "--rabbitmq-nodes" => options with { RabbitMqNodes = Number(args, ++i, Platform.MostBrokerNodes) },
                var other => throw new CommandException($"up does not know {other}. See: ./platform help up"),
            };
        }

        return options;
    }

    private static int Number(IReadOnlyList<string> args, int at, int most) =>
        at < args.Count
        && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && number <= most
            ? number
            : throw new CommandException($"{args[at - 1]} needs a number from 1 to {most}.");
}
