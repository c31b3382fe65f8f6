namespace IntegrationPlatform.Local.Run;

/// <summary>Ports that the platform needs are taken; the message says which, and by whom.</summary>
public sealed class PortTakenException(string message) : InvalidOperationException(message);
