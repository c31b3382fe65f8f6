using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationPlatform.Benchmarks;

/// <summary>What a benchmark found: a table for people, and one line of JSON.</summary>
/// <param name="bench">The benchmark's name.</param>
/// <param name="machine">What it was measured on.</param>
internal sealed class BenchReport(string bench, string machine)
{
    private const int ValueWidth = 12;
    private readonly List<(string Label, string Value, string Remark)> _lines = [];
    private readonly JsonObject _ratios = [];
    private readonly JsonObject _figures = [];

    public void Ratio(string name, double value, string label)
    {
        _ratios[name] = Math.Round(value, 3);
        _lines.Add((label, Text(value, 2), name));
    }

    public void Figure(string name, double value, string label, string unit)
    {
        var digits = value < 100 ? 2 : 0;
        _figures[name] = Math.Round(value, digits);
        _lines.Add((label, Text(value, digits), unit));
    }

    public void Heading(string text) => _lines.Add((text, "", ""));

    public void Write(bool json)
    {
        var width = _lines.Max(line => line.Label.Length) + 2;
        Console.WriteLine();
        Console.WriteLine(machine);
        foreach (var (label, value, remark) in _lines)
        {
            if (value.Length == 0)
            {
                Console.WriteLine();
            }

            Console.WriteLine($"{label.PadRight(width)}{value.PadLeft(ValueWidth)}  {remark}".TrimEnd());
        }

        if (json)
        {
            Console.WriteLine(
                new JsonObject
                {
                    ["bench"] = bench,
                    ["machine"] = machine,
                    ["ratios"] = _ratios,
                    ["figures"] = _figures,
                }.ToJsonString(JsonSerializerOptions.Web)
            );
        }
    }

    private static string Text(double value, int digits) =>
        value.ToString($"N{digits.ToString(CultureInfo.InvariantCulture)}", CultureInfo.InvariantCulture);
}
