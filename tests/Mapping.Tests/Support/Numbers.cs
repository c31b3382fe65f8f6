using IntegrationPlatform.Mapping.Residents;

namespace IntegrationPlatform.Mapping.Tests.Support;

/// <summary>Numbers that no other test uses.</summary>
internal static class Numbers
{
    private static int _duf = 100_000;

    /// <summary>A DUF number whose check digits fit.</summary>
    public static string Duf()
    {
        var start = $"2023{Interlocked.Increment(ref _duf)}";
        return Enumerable.Range(0, 11).Select(check => $"{start}{check:00}").Single(DufNumber.CheckDigitsFit);
    }
}
