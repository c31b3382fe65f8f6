namespace IntegrationPlatform.AppHost.Commands;

/// <summary>A command cannot do what it was asked; the message says why and what helps.</summary>
internal sealed class CommandException(string message) : Exception(message);
