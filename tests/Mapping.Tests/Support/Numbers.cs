using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Residents;

namespace IntegrationPlatform.Mapping.Tests.Support;

/// <summary>Numbers that no other test uses.</summary>
internal static class Numbers
{
    private static int _duf = 100_000;
    private static int _organisation = 81_000_000;

    /// <summary>A DUF number whose check digits fit.</summary>
    public static string Duf()
    {
        var start = $"2023{Interlocked.Increment(ref _duf)}";
        return Enumerable.Range(0, 11).Select(check => $"{start}{check:00}").Single(DufNumber.CheckDigitsFit);
    }

    /// <summary>The number of an organisation.</summary>
    public static string Organisation()
    {
        while (true)
        {
            var start = Interlocked.Increment(ref _organisation);
            if (
                Enumerable
                    .Range(0, 10)
                    .Select(check => $"{start}{check}")
                    .FirstOrDefault(n => OrganisationNumber.IsValid(n)) is
                { } number
            )
            {
                return number;
            }
        }
    }
}
