using System.Globalization;
using System.Xml.Linq;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>What came of a test project.</summary>
/// <param name="Project">Its name.</param>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Failures">Each failed test and why.</param>
/// <param name="SkipReasons">Why each skipped test was skipped.</param>
/// <param name="Time">How long it took.</param>
internal sealed record TestProjectResult(
    string Project,
    int Passed,
    IReadOnlyList<string> Failures,
    IReadOnlyList<string> SkipReasons,
    TimeSpan Time
)
{
    private const int LastLines = 30;
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads the results; a run that broke down counts as one failure, with the end of its log.</summary>
    public static TestProjectResult Read(string project, string results, string log, int exitCode, TimeSpan time)
    {
        var tests = File.Exists(results) ? XDocument.Load(results).Descendants(Trx + "UnitTestResult").ToList() : [];
        var failures = tests
            .Where(test => Outcome(test) is "Failed" or "Error" or "Timeout" or "Aborted")
            .Select(Failure)
            .ToList();
        // Nothing matched the filter: no results and no fault.
        if (exitCode != 0 && failures.Count == 0)
        {
            failures.Add(
                $"{project} ended with code {exitCode}:\n  {string.Join("\n  ", File.ReadLines(log).TakeLast(LastLines))}"
            );
        }

        return new TestProjectResult(
            project,
            tests.Count(test => Outcome(test) == "Passed"),
            failures,
            [.. tests.Where(test => Outcome(test) == "NotExecuted").Select(Reason)],
            time
        );
    }

    /// <summary>Prints the count, and every failure in full.</summary>
    public void Print()
    {
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Project, -24} {Passed, 4} passed, {Failures.Count} failed  {Time.TotalSeconds, 6:0.0} s"
            )
        );
        foreach (var failure in Failures)
        {
            Console.WriteLine($"\n  FAILED {failure}\n");
        }
    }

    private static string Outcome(XElement test) => (string?)test.Attribute("outcome") ?? "";

    private static string Failure(XElement test)
    {
        var error = test.Descendants(Trx + "ErrorInfo").FirstOrDefault();
        var text = $"{(string?)error?.Element(Trx + "Message")}\n{(string?)error?.Element(Trx + "StackTrace")}";
        return $"{(string?)test.Attribute("testName")}\n    {text.Trim().Replace("\n", "\n    ", StringComparison.Ordinal)}";
    }

    private static string Reason(XElement test) =>
        test.Descendants(Trx + "Message")
            .Select(message => message.Value.Trim())
            .FirstOrDefault(text => text.Length > 0)
        ?? test.Descendants(Trx + "StdOut").Select(text => text.Value.Trim()).FirstOrDefault(text => text.Length > 0)
        ?? "no reason given";
}
