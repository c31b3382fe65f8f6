using System.Data.Common;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>What runs where, as a table for people.</summary>
internal static class AddressTable
{
    public static string Of(RunFile run)
    {
        var rows = run
            .Parts.OrderBy(part => part.Name != Platform.Gateway.Name)
            .ThenBy(part => part.Name, StringComparer.Ordinal)
            .ThenBy(part => part.Replica)
            .Select(part => (Name(run, part), part.Address.ToString()))
            .Concat(run.Servers is { } servers ? Servers(servers) : [])
            .ToList();
        var width = rows.Max(row => row.Item1.Length);
        var lines = rows.Select(row => $"  {row.Item1.PadRight(width)}  {row.Item2}");
        return string.Join(Environment.NewLine, lines.Prepend("").Append(""))
            + $"""

                  Logs: {Path.Combine(Checkout.Folder, "logs")}. Try: ./platform demo, ./platform status

                """;
    }

    private static string Name(RunFile run, RunningAt part) =>
        run.Parts.Count(other => other.Name == part.Name) > 1 ? $"{part.Name} {part.Replica}" : part.Name;

    private static IEnumerable<(string, string)> Servers(ServersOfRun servers)
    {
        var postgres = new DbConnectionStringBuilder { ConnectionString = servers.Postgres };
        yield return ("PostgreSQL", $"postgresql://{postgres["Host"]}:{postgres["Port"]}/");
        yield return ("RabbitMQ", new UriBuilder(servers.RabbitMq) { UserName = "", Password = "" }.Uri.ToString());
    }
}
