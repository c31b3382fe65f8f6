namespace IntegrationPlatform.Mapping.Residents;

/// <summary>
/// The form of a DUF number: year, six digits of serial number, two check digits. The official algorithm is not public,
/// so failed check digits are a warning that a person can override, while a wrong length is an error (MAP-1).
/// </summary>
internal static class DufNumber
{
    private const int Length = 12;
    private const int YearLength = 4;
    private const int SerialEnd = 10;
    private const int Modulus = 11;
    private static ReadOnlySpan<int> Weights => [4, 6, 3, 2, 7, 5, 4, 6, 3, 2];

    /// <summary>True for twelve digits.</summary>
    public static bool HasForm(string? duf) => duf is { Length: Length } && duf.All(char.IsAsciiDigit);

    /// <summary>True when the check digits fit. Takes a number that has the form.</summary>
    public static bool CheckDigitsFit(string duf)
    {
        var weighed = string.Concat(duf.AsSpan(YearLength..SerialEnd), duf.AsSpan(..YearLength));
        var sum = 0;
        for (var i = 0; i < weighed.Length; i++)
        {
            sum += (weighed[i] - '0') * Weights[i];
        }

        return int.Parse(duf.AsSpan(SerialEnd), System.Globalization.CultureInfo.InvariantCulture) == sum % Modulus;
    }
}
