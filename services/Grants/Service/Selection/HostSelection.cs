using IntegrationPlatform.Messaging;

namespace IntegrationPlatform.Grants.Selection;

/// <summary>Where a round stands: open, interests closed, decided or lapsed (GRA-1). Its id is the round's.</summary>
public sealed class HostSelection : SagaState
{
    /// <summary>The last day for an expression of interest; null while the opening is not known.</summary>
    public DateOnly? InterestBy { get; set; }

    /// <summary>The last day for the decision; null while the opening is not known.</summary>
    public DateOnly? DecideBy { get; set; }

    /// <summary>The day of the decision, once made.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>The wait for the end of the interests.</summary>
    public Guid? InterestsCloseToken { get; set; }

    /// <summary>The wait for the decision.</summary>
    public Guid? DecisionDueToken { get; set; }
}
