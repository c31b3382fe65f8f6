namespace IntegrationPlatform.Municipalities;

/// <summary>A Norwegian municipality as it is divided since 2024.</summary>
/// <param name="Number">Four characters, the first two of which are the county's; never a number to count with.</param>
/// <param name="Name">Its Norwegian name.</param>
/// <param name="CountyNumber">Two characters.</param>
/// <param name="County">The county's Norwegian name.</param>
/// <param name="Latitude">Of its centre, degrees north.</param>
/// <param name="Longitude">Of its centre, degrees east.</param>
public sealed record Municipality(
    string Number,
    string Name,
    string CountyNumber,
    string County,
    double Latitude,
    double Longitude
);
