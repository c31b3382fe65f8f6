namespace IntegrationPlatform.Settlement.Subscriptions;

/// <summary>Where a subscription stands.</summary>
public enum SubscriptionState
{
    /// <summary>The address is asked whether it takes events from here; nothing is sent before it agrees.</summary>
    Confirming,

    /// <summary>It agreed, and is sent what happens.</summary>
    Active,

    /// <summary>It did not agree, or did not take an event, for as long as it was tried: put it anew to go on.</summary>
    Suspended,

    /// <summary>It answered that it takes no more events (410): put it anew to go on.</summary>
    Ended,
}
