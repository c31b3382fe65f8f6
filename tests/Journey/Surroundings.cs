namespace IntegrationPlatform.Journey;

/// <summary>How a platform that runs is reached.</summary>
/// <param name="Gateway">The gateway's address.</param>
/// <param name="Issuer">The local issuer's address.</param>
/// <param name="Imdinett">The address of the IMDinett receiver.</param>
/// <param name="ClockFile">The file that moves the platform's clock.</param>
public sealed record Surroundings(Uri Gateway, Uri Issuer, Uri Imdinett, string ClockFile);
