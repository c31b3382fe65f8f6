using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace IntegrationPlatform.Settlement.ReadFeed;

/// <summary>A place in the feed; opaque to the receiver.</summary>
/// <param name="Transaction">The transaction of the last event read.</param>
/// <param name="Id">The last event read, within it.</param>
internal sealed record FeedCursor(long Transaction, Guid Id)
{
    /// <summary>Before everything.</summary>
    public static FeedCursor Start => new(0, Guid.Empty);

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

    public override string ToString() =>
        Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Transaction}.{Id:N}"))
        );
}
