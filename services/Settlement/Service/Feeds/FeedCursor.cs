using System.Buffers.Text;
using System.Globalization;
using System.Text;
using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Settlement.Feeds;

/// <summary>
/// A place in a feed that is in the order of commit, so that nothing appears behind a cursor that was given out; opaque to
/// the receiver.
/// </summary>
/// <param name="Transaction">The transaction of the last event read.</param>
/// <param name="Id">The last event read, within it.</param>
public sealed record FeedCursor(long Transaction, Guid Id)
{
    /// <summary>Before everything.</summary>
    public static FeedCursor Start => new(0, Guid.Empty);

    /// <summary>Reads the parameter <c>after</c> of a feed; without it, the feed is read from its start.</summary>
    /// <param name="after">The cursor as it was given out.</param>
    /// <param name="rule">The rule that gives the feed.</param>
    /// <param name="cursor">The place to read on from.</param>
    /// <returns>An error when it is no such cursor.</returns>
    public static FieldErrors Read(string? after, string rule, out FeedCursor cursor)
    {
        cursor = Start;
        var given = after is null || TryParse(after, out cursor);
        return new FieldErrors().Require(given, "?after", rule, "Is not a cursor that the feed gave out.");
    }

    /// <summary>The cursor as it is given out.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Transaction}.{Id:N}"))
        );

    private static bool TryParse(string text, out FeedCursor cursor)
    {
        cursor = Start;
        if (!Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        if (
            parts is not [var transaction, var id]
            || !long.TryParse(transaction, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !Guid.TryParseExact(id, "N", out var guid)
        )
        {
            return false;
        }

        cursor = new FeedCursor(number, guid);
        return true;
    }
}
