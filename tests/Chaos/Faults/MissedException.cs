namespace IntegrationPlatform.Chaos.Faults;

/// <summary>A fault did not happen, because what it needs was not there; the message says what.</summary>
internal sealed class MissedException(string why) : Exception(why);
