using IntegrationPlatform.Messaging;

namespace IntegrationPlatform.Settlement.ProgrammeStarts;

/// <summary>The wait for an adult's programme start after settlement (SET-7); the saga's id is the resident's.</summary>
public sealed class ProgrammeStartWait : SagaState
{
    /// <summary>The last day on which a start is in time.</summary>
    public DateOnly ClosesOn { get; set; }

    /// <summary>The token of the schedule that ends the wait.</summary>
    public Guid? WindowToken { get; set; }
}
