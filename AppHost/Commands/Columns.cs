namespace IntegrationPlatform.AppHost.Commands;

/// <summary>A table on the console, each column as wide as its widest cell.</summary>
internal static class Columns
{
    public static void Write(string[] head, IReadOnlyList<string[]> rows)
    {
        var all = rows.Prepend(head).ToList();
        var widths = head.Select((_, column) => all.Max(row => row[column].Length)).ToList();
        foreach (var row in all)
        {
            Console.WriteLine(
                "  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()
            );
        }

        Console.WriteLine();
    }
}
