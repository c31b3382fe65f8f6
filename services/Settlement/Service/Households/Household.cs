namespace IntegrationPlatform.Settlement.Households;

/// <summary>People who move together (SET-8), known from their arrivals; its row is locked while its case is decided.</summary>
public sealed class Household
{
    /// <summary>The household's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its members so far, erased ones included.</summary>
    public List<Member> Members { get; } = [];

    /// <summary>The members who are still known.</summary>
    public IEnumerable<Member> Present => Members.Where(m => !m.Erased);

    /// <summary>The cluster of the newest arrival; null when nobody is present.</summary>
    public Guid? ClusterId => Present.MaxBy(m => (m.ArrivedOn, m.ResidentId))?.ClusterId;
}
