using System.Globalization;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Hosting.Tests.Time;

/// <summary>Days are days in Norway, summer and winter.</summary>
public sealed class NorwegianTimeTests
{
    [Theory]
    [InlineData("2016-07-04T21:59:59Z", "2016-07-04")]
    [InlineData("2016-07-04T22:00:00Z", "2016-07-05")]
    [InlineData("2016-12-31T22:59:59Z", "2016-12-31")]
    [InlineData("2016-12-31T23:00:00Z", "2017-01-01")]
    public void A_day_begins_at_midnight_in_Norway(string instant, string day) =>
        Assert.Equal(Day(day), At(instant).Today());

    [Theory]
    [InlineData("2016-07-04T10:00:00Z", "2016-07-05", 12)]
    [InlineData("2016-01-04T10:00:00Z", "2016-01-05", 13)]
    [InlineData("2016-03-26T23:00:00Z", "2016-03-28", 23)]
    [InlineData("2016-10-29T22:00:00Z", "2016-10-31", 25)]
    [InlineData("2016-07-04T10:00:00Z", "2016-07-04", 0)]
    [InlineData("2016-07-04T10:00:00Z", "2015-01-01", 0)]
    public void The_wait_until_a_day_knows_when_the_clocks_change(string instant, string day, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), At(instant).Until(Day(day)));

    private static FakeClock At(string instant) => new(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
