using System.Text;
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
            .Append(("PostgreSQL", PostgresOf(run)))
            .Append(("RabbitMQ", new UriBuilder(run.RabbitMq) { UserName = "", Password = "" }.Uri.ToString()))
            .ToList();
        var width = rows.Max(row => row.Item1.Length);
        var table = new StringBuilder().AppendLine();
        foreach (var (name, address) in rows)
        {
            table.AppendLine($"  {name.PadRight(width)}  {address}");
        }

        return table
            .AppendLine()
            .AppendLine($"  Logs: {Path.Combine(Checkout.Folder, "logs")}. Try: ./platform demo, ./platform status")
            .ToString();
    }

    private static string Name(RunFile run, RunningAt part) =>
        run.Parts.Count(other => other.Name == part.Name) > 1 ? $"{part.Name} {part.Replica}" : part.Name;

    private static string PostgresOf(RunFile run)
    {
        var connection = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = run.Postgres };
        return $"postgresql://{connection["Host"]}:{connection["Port"]}/";
    }
}
