namespace IntegrationPlatform.Counting;

/// <summary>A case was opened.</summary>
public sealed record CaseOpened(Guid CaseId);

/// <summary>A case's pause is over.</summary>
public sealed record CasePauseOver(Guid CaseId);

/// <summary>A case counts: one, two, three.</summary>
public sealed record Counted(Guid CaseId, int Number);

/// <summary>A count was entered.</summary>
public sealed record CountEntered(Guid CaseId, int Number);
