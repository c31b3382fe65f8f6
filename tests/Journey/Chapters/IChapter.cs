namespace IntegrationPlatform.Journey.Chapters;

/// <summary>A part of the journey.</summary>
internal interface IChapter
{
    /// <summary>What the story calls it.</summary>
    string Title { get; }

    /// <summary>Plays it.</summary>
    Task Play(Stage stage, CancellationToken cancellation);
}
