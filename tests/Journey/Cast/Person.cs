namespace IntegrationPlatform.Journey.Cast;

/// <summary>Somebody who arrives. The platform's ids come with the registration.</summary>
/// <param name="Duf">The DUF number.</param>
/// <param name="Name">Full name.</param>
/// <param name="BirthDate">Day of birth.</param>
/// <param name="Language">First language.</param>
/// <param name="IsAdult">True from eighteen years on, on the day of arrival.</param>
public sealed record Person(string Duf, string Name, DateOnly BirthDate, string Language, bool IsAdult)
{
    /// <summary>The resident's id on the platform, once registered.</summary>
    public Guid Id { get; set; }

    /// <summary>The first name, for the story.</summary>
    public string Called => Name[..Name.IndexOf(' ', StringComparison.Ordinal)];
}

/// <summary>People who arrive and move on together (SET-8).</summary>
/// <param name="Number">1 for the first household of the journey; what varies between households follows from it.</param>
/// <param name="Members">Adults first.</param>
public sealed record Household(int Number, IReadOnlyList<Person> Members)
{
    /// <summary>The household's id on the platform, once registered.</summary>
    public Guid Id { get; set; }

    /// <summary>The cluster whose centre takes it in.</summary>
    public Cluster Cluster { get; set; } = null!;

    /// <summary>The municipality that is to settle it: recommended, later the one that accepts.</summary>
    public string Municipality { get; set; } = "";

    /// <summary>Who answers for the household.</summary>
    public Person Head => Members[0];

    /// <summary>Those whom the full-time programme applies to (PRO-1).</summary>
    public IEnumerable<Person> Adults => Members.Where(m => m.IsAdult);

    /// <summary>How the story calls it.</summary>
    public string Called => Members.Count == 1 ? Head.Called : $"{Head.Called} and {Members.Count - 1} more";
}
