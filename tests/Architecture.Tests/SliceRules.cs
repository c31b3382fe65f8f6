using System.Text.RegularExpressions;

namespace IntegrationPlatform.Architecture.Tests;

/// <summary>
/// Inside a service: a slice uses things and the DbContext, never another slice; a thing uses no slice. A folder is a
/// slice when it maps an endpoint; only <c>Program.cs</c> knows slices.
/// </summary>
internal static partial class SliceRules
{
    /// <summary>Files that know a slice other than their own.</summary>
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        files
            .Select(f => (File: f, Place: Place().Match(f.Path)))
            .Where(f => f.Place.Success)
            .GroupBy(f => f.Place.Groups["service"].Value, StringComparer.Ordinal)
            .SelectMany(service => Violations([.. service.Select(f => (f.File, f.Place.Groups["folder"].Value))]));

    private static IEnumerable<string> Violations(IReadOnlyList<(SourceFile File, string Folder)> service)
    {
        var slices = service
            .Where(f => f.Folder.Length > 0 && MapsEndpoint().IsMatch(f.File.Text))
            .Select(f => f.Folder)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        return from file in service
            where file.File.Name != "Program.cs"
            from slice in slices
            where slice != file.Folder && Knows(file.File, slice)
            select $"{file.File.Path} knows the slice {slice}";
    }

    private static bool Knows(SourceFile file, string slice) =>
        Regex.IsMatch(
            file.Text,
            $@"^using\s+(static\s+)?(\w+\s*=\s*)?IntegrationPlatform\.\w+\.{slice}\b",
            RegexOptions.Multiline
        );

    [GeneratedRegex(@"^services/(?<service>\w+)/Service/((?<folder>\w+)/)?.*\.cs$")]
    private static partial Regex Place();

    [GeneratedRegex(@"static void Map\(IEndpointRouteBuilder")]
    private static partial Regex MapsEndpoint();
}
