using System.Globalization;

namespace IntegrationPlatform.Journey.Story;

/// <summary>Tells the story on the console, with a bar for the work that goes on when that is a terminal.</summary>
public sealed class ConsoleStory(TextWriter console, bool isTerminal) : IStory
{
    private const int BarWidth = 30;
    private readonly Lock _gate = new();
    private bool _barShown;
    private int _shownTenths = -1;

    /// <inheritdoc />
    public void Chapter(string title) => Write($"\n{title}");

    /// <inheritdoc />
    public void Tell(DateOnly day, string sentence) =>
        Write($"  {day.ToString("d MMM yyyy", CultureInfo.InvariantCulture), -12} {sentence}");

    /// <inheritdoc />
    public void Progress(string what, int done, int all)
    {
        if (!isTerminal)
        {
            return;
        }

        lock (_gate)
        {
            var tenths = done * 1000 / all;
            if (done < all && _barShown && tenths == _shownTenths)
            {
                return;
            }

            var filled = done * BarWidth / all;
            console.Write(
                $"\r  [{new string('#', filled)}{new string('.', BarWidth - filled)}] {done}/{all} {what}\e[K"
            );
            (_barShown, _shownTenths) = (true, tenths);
        }
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            if (_barShown)
            {
                console.Write("\r\e[K");
                _barShown = false;
            }

            console.WriteLine(line);
        }
    }
}
