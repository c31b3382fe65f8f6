using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Grants.Rounds;

/// <summary>A round in which IMDi invites municipalities and chooses hosts among them (GRA-1).</summary>
public sealed class Round
{
    /// <summary>The round's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The day of the invitation.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The last day for an expression of interest.</summary>
    public required DateOnly InterestBy { get; init; }

    /// <summary>The last day for the decision.</summary>
    public required DateOnly DecideBy { get; init; }

    /// <summary>The last day for the chosen clusters' detailed description.</summary>
    public required DateOnly DescribeBy { get; init; }

    /// <summary>The day on which the basics are in place and the period begins.</summary>
    public required DateOnly BasicsBy { get; init; }

    /// <summary>The day on which the centres are complete.</summary>
    public required DateOnly CompleteBy { get; init; }

    /// <summary>The last day of the period.</summary>
    public required DateOnly PeriodTo { get; init; }

    /// <summary>How many hosts are chosen.</summary>
    public required int Hosts { get; init; }

    /// <summary>The organisation that opened it (ALL-2).</summary>
    public required string OpenedBy { get; init; }

    /// <summary>The client that opened it (ALL-2).</summary>
    public required string Client { get; init; }

    /// <summary>Who is invited.</summary>
    public List<Invitation> Invited { get; init; } = [];

    /// <summary>The invitation of a municipality; null when it is not invited.</summary>
    public Invitation? InvitationOf(string? municipality) => Invited.Find(i => i.Municipality == municipality);

    /// <summary>True when the caller is an invited municipality, and the endpoint lets those in.</summary>
    public bool Invites(Caller caller) => Invited.Exists(i => caller.IsLetIn(Role.InvitedMunicipality, i.Organisation));

    /// <summary>True while an expression of interest can be sent or replaced.</summary>
    public bool TakesInterests(DateOnly today) => today <= InterestBy;
}
