using IntegrationPlatform.Messaging;

namespace IntegrationPlatform.Counting.Cases;

/// <summary>The stored state of a case.</summary>
internal sealed class CaseState : SagaState
{
    /// <summary>Counts that it has published.</summary>
    public int Published { get; set; }

    /// <summary>Counts that it heard were entered.</summary>
    public int Entered { get; set; }

    /// <summary>The token of the pause in force.</summary>
    public Guid? PauseToken { get; set; }
}
