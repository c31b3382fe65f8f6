namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>The real time, moved ahead by as much as a test says.</summary>
public sealed class MovableClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
