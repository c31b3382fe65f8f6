using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Grants.Geography;

/// <summary>How far two municipalities are apart.</summary>
public static class Distance
{
    private const double EarthRadiusKm = 6371;

    /// <summary>The distance between their positions along the Earth's surface, in whole kilometres.</summary>
    public static int InKilometres(Municipality one, Municipality other)
    {
        var (from, to) = (double.DegreesToRadians(one.Latitude), double.DegreesToRadians(other.Latitude));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - one.Longitude) / 2);
        var haversine = (north * north) + (Math.Cos(from) * Math.Cos(to) * east * east);
        return (int)Math.Round(2 * EarthRadiusKm * Math.Asin(Math.Sqrt(haversine)));
    }
}
