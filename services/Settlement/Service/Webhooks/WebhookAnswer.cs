namespace IntegrationPlatform.Settlement.Webhooks;

/// <summary>How one call of a receiver went.</summary>
/// <param name="At">When it began, in real time.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">The status of the answer, if there was one.</param>
/// <param name="RetryAfter">The wait that the receiver asked for, a day at most.</param>
public sealed record WebhookAnswer(
    DateTimeOffset At,
    AttemptOutcome Outcome,
    int Milliseconds = 0,
    int? Status = null,
    TimeSpan? RetryAfter = null
);
