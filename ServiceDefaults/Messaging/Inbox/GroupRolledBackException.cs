namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>Another message of the group failed; this one is handled again, alone.</summary>
internal sealed class GroupRolledBackException() : Exception("Another message of the group failed.");
