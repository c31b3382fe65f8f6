using System.Buffers.Text;
using System.Globalization;
using System.Text;

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

    /// <summary>Reads a cursor that was given out; false when it is none.</summary>
    public static bool TryParse(string text, out FeedCursor cursor)
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

    /// <summary>The cursor as it is given out.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Transaction}.{Id:N}"))
        );
}
