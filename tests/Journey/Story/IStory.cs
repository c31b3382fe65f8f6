namespace IntegrationPlatform.Journey.Story;

/// <summary>Hears what happens on the journey.</summary>
public interface IStory
{
    /// <summary>A part of the journey begins.</summary>
    void Chapter(string title);

    /// <summary>Somebody did something.</summary>
    /// <param name="day">The day on the platform's clock.</param>
    /// <param name="sentence">Who did what.</param>
    void Tell(DateOnly day, string sentence);

    /// <summary>Work on many cases goes on; may be called from many threads.</summary>
    /// <param name="what">What is done, such as <c>arrivals</c>.</param>
    /// <param name="done">How many are done.</param>
    /// <param name="all">How many there are.</param>
    void Progress(string what, int done, int all);
}
