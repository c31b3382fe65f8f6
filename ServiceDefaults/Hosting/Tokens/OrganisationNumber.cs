namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>
/// The number of a Norwegian organisation: eight digits and a check digit (weights 3, 2, 7, 6, 5, 4, 3, 2; modulo 11).
/// </summary>
public static class OrganisationNumber
{
    private static ReadOnlySpan<int> Weights => [3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>True when the text is a number that the register could have given out.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length != 9 || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (text[i] - '0');
        }

        // A remainder of 1 asks for the check digit 10, which does not exist.
        return (11 - (sum % 11)) % 11 == text[8] - '0';
    }
}
