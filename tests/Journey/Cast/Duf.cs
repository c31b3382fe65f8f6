using System.Globalization;

namespace IntegrationPlatform.Journey.Cast;

/// <summary>DUF numbers with right check digits: year, six digits, and weights 4,6,3,2,7,5,4,6,3,2 modulo 11.</summary>
public static class Duf
{
    private static ReadOnlySpan<int> Weights => [4, 6, 3, 2, 7, 5, 4, 6, 3, 2];

    /// <summary>The number of a case.</summary>
    /// <param name="year">The year of the case.</param>
    /// <param name="serial">Its serial number in that year, below a million.</param>
    public static string Number(int year, int serial)
    {
        var reordered = string.Create(CultureInfo.InvariantCulture, $"{serial:000000}{year:0000}");
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (reordered[i] - '0');
        }

        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}{serial:000000}{sum % 11:00}");
    }
}
