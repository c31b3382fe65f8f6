namespace IntegrationPlatform.Benchmarks;

/// <summary>What the intake service tells: an arrival was registered.</summary>
public sealed record ArrivalRegistered(Guid ArrivalId, string Municipality, DateOnly ArrivedOn, int Languages);

/// <summary>What the hot intake tells: the arrivals of a group of requests.</summary>
public sealed record ArrivalsRegistered(IReadOnlyList<ArrivalRegistered> Arrivals);

/// <summary>One of the two events that a case waits for.</summary>
public sealed record CaseSigned(Guid CaseId, string Municipality);

/// <summary>The other one; the two race.</summary>
public sealed record CaseCounted(Guid CaseId, int Places);
