using System.Globalization;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>Organisation numbers: the directorates', and valid ones of nobody.</summary>
internal static class Organisations
{
    public static Directorates Directorates { get; } = new();

    /// <summary>The n-th valid number from 800 000 000 on.</summary>
    public static string Number(int n) =>
        Enumerable
            .Range(800_000_000, 100_000)
            .Select(number => number.ToString(CultureInfo.InvariantCulture))
            .Where(number => OrganisationNumber.IsValid(number))
            .ElementAt(n);
}
