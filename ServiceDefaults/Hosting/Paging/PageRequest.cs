using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPlatform.Hosting.Paging;

/// <summary>Which part of a list is asked for; a handler takes it with <c>[AsParameters]</c>.</summary>
public sealed class PageRequest
{
    private const int Most = 500;
    private const int Usual = 200;
    private const int LongestCursor = 1000;

    /// <summary>How many items at most, 1 to 500; 200 when left out.</summary>
    [FromQuery(Name = "limit"), Range(1, Most)]
    public int? Limit { get; init; }

    /// <summary>Where the page begins: the cursor in the Link header of the page before; the first page when left out.</summary>
    [FromQuery(Name = "cursor"), MaxLength(LongestCursor)]
    public string? Cursor { get; init; }

    /// <summary>How many items to read: one more than are shown, which tells whether there is a next page.</summary>
    public int Take => Shown + 1;

    /// <summary>The key of the last item of the page before; null on the first page.</summary>
    /// <exception cref="BadHttpRequestException">The cursor is none that the platform gave; answered 400.</exception>
    public string? After =>
        Cursor switch
        {
            null => null,
            { Length: > 0 } when Base64Url.IsValid(Cursor) => Encoding.UTF8.GetString(
                Base64Url.DecodeFromChars(Cursor)
            ),
            _ => throw Malformed("cursor"),
        };

    /// <summary>The id of the last item of the page before, in a list by id.</summary>
    /// <exception cref="BadHttpRequestException">The cursor is none that the platform gave; answered 400.</exception>
    public Guid? AfterId =>
        After is not { } after ? null
        : Guid.TryParseExact(after, "N", out var id) ? id
        : throw Malformed("cursor");

    /// <summary>The position of the last item of the page before, in a list by position.</summary>
    /// <exception cref="BadHttpRequestException">The cursor is none that the platform gave; answered 400.</exception>
    public long? AfterPosition =>
        After is not { } after ? null
        : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : throw Malformed("cursor");

    /// <summary>How many items are shown.</summary>
    /// <exception cref="BadHttpRequestException">The limit is not 1 to 500; answered 400.</exception>
    public int Shown =>
        Limit is null ? Usual
        : Limit is >= 1 and <= Most ? Limit.Value
        : throw Malformed("limit");

    /// <summary>The cursor of the page that begins after an id.</summary>
    public static string CursorOf(Guid id) => CursorOf(id.ToString("N"));

    /// <summary>The page of rows that were read from <see cref="AfterId"/> on, <see cref="Take"/> of them.</summary>
    public PageOf<T> ById<T>(IReadOnlyList<T> rows, Func<T, Guid> id) =>
        Page(rows, row => id(row).ToString("N"), row => row);

    /// <summary>
    /// The page of rows that were read from <see cref="AfterPosition"/> on, <see cref="Take"/> of them, shown as something
    /// else.
    /// </summary>
    public PageOf<TShown> ByPosition<T, TShown>(IReadOnlyList<T> rows, Func<T, long> position, Func<T, TShown> show) =>
        Page(rows, row => position(row).ToString(CultureInfo.InvariantCulture), show);

    /// <summary>The page of a whole list that is in memory.</summary>
    /// <param name="all">All items in order.</param>
    /// <param name="key">What tells an item from the others; may change neither in time nor in culture.</param>
    public PageOf<T> Of<T>(IEnumerable<T> all, Func<T, string> key)
    {
        var after = After;
        return Page([.. after is null ? all : all.SkipWhile(item => key(item) != after).Skip(1)], key, item => item);
    }

    private static string CursorOf(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    private PageOf<TShown> Page<T, TShown>(IReadOnlyList<T> rows, Func<T, string> key, Func<T, TShown> show) =>
        new([.. rows.Take(Shown).Select(show)], rows.Count > Shown ? CursorOf(key(rows[Shown - 1])) : null);

    // In the framework's words, so that it is answered like any other parameter that cannot be read.
    private static BadHttpRequestException Malformed(string name) =>
        new($"Failed to bind parameter \"string {name}\" from the query.");
}
