using System.Reflection;

namespace IntegrationPlatform.Hosting.Problems;

/// <summary>Lists problem types: every static field that holds one, in a service and in what it is built on.</summary>
public static class ProblemCatalogue
{
    /// <summary>The problem types of an assembly and of the platform's assemblies it references, by their slugs.</summary>
    /// <exception cref="InvalidOperationException">Two of them have the same slug and are not the same.</exception>
    public static IReadOnlyList<ProblemType> Of(Assembly service)
    {
        var types = Reachable(service)
            .SelectMany(Stated)
            .Distinct()
            .OrderBy(t => t.Slug, StringComparer.Ordinal)
            .ToList();
        var twice = types.GroupBy(t => t.Slug, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? types : throw new InvalidOperationException($"{twice.Key} has two meanings.");
    }

    private static IEnumerable<Assembly> Reachable(Assembly service) =>
        service
            .GetReferencedAssemblies()
            .Where(reference => IsOurs(reference.Name))
            .Select(Assembly.Load)
            .Append(service)
            .Append(typeof(ProblemCatalogue).Assembly)
            .Distinct();

    private static bool IsOurs(string? assembly) => assembly is "Persistence" or "Messaging" or "Parties";

    private static IEnumerable<ProblemType> Stated(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ProblemType))
            .Select(field => (ProblemType)field.GetValue(null)!);
}
