using System.Globalization;

namespace IntegrationPlatform.Journey.Story;

/// <summary>Numbers with their noun, as the story says them.</summary>
internal static class Count
{
    /// <summary>So many of something.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The noun for one.</param>
    /// <param name="many">The noun for any other number; with an s when left out.</param>
    public static string Of(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many ?? one + "s")}");
}
