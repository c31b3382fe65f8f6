namespace IntegrationPlatform.Messaging;

/// <summary>A message that can never be handled, however often it is tried; it goes to the error queue at once.</summary>
public sealed class InvalidMessageException : Exception
{
    /// <summary>Says what is wrong; never with personal data.</summary>
    public InvalidMessageException(string message)
        : base(message) { }

    /// <summary>Says what is wrong; never with personal data.</summary>
    public InvalidMessageException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>For serializers.</summary>
    public InvalidMessageException() { }
}
