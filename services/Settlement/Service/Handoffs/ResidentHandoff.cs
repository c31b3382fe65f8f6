using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Elements;
using IntegrationPlatform.Settlement.Transfers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Handoffs;

/// <summary>Where a resident's settlement stands.</summary>
public sealed record ResidentHandoff
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The household.</summary>
    public required Guid HouseholdId { get; init; }

    /// <summary>The state.</summary>
    public required SettlementState State { get; init; }

    /// <summary>The newest request to a municipality.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>The handoff, once a municipality accepted.</summary>
    public Guid? HandoffId { get; init; }

    /// <summary>The number of the municipality that accepted.</summary>
    public string? Municipality { get; init; }

    /// <summary>The day it accepted.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>Which sections of the transfer are there.</summary>
    public Collection? Collection { get; init; }

    /// <summary>The events to IMDinett, in their order.</summary>
    public IReadOnlyList<HandoffDelivery> Deliveries { get; init; } = [];

    /// <summary>The day of IMDinett's receipt.</summary>
    public DateOnly? TransferredOn { get; init; }

    /// <summary>The day of the transfer conversation.</summary>
    public DateOnly? ConversationHeldOn { get; init; }

    /// <summary>The day the resident moved.</summary>
    public DateOnly? SettledOn { get; init; }

    /// <summary>The introduction programme; null for a child and before settlement.</summary>
    public ProgrammeWindow? Programme { get; init; }

    /// <summary>Completed elements of the introduction programme.</summary>
    public IReadOnlyList<HandoffElement> Elements { get; init; } = [];

    /// <summary>How it stands once a municipality accepted.</summary>
    internal static async Task<ResidentHandoff> OfAsync(
        SettlementDb db,
        Handoff handoff,
        CancellationToken cancellation
    )
    {
        var transfer = await db
            .Transfers.AsNoTracking()
            .SingleOrDefaultAsync(t => t.CorrelationId == handoff.Id, cancellation);
        var deliveries = await db
            .Deliveries.AsNoTracking()
            .Where(d => d.ResidentId == handoff.ResidentId)
            .OrderBy(d => d.Sequence)
            .ToListAsync(cancellation);
        var elements = await db
            .Elements.AsNoTracking()
            .Where(e => e.ResidentId == handoff.ResidentId)
            .OrderBy(e => e.Element)
            .ToListAsync(cancellation);
        return new ResidentHandoff
        {
            ResidentId = handoff.ResidentId,
            HouseholdId = handoff.HouseholdId,
            State = handoff.State,
            RequestId = handoff.RequestId,
            HandoffId = handoff.Id,
            Municipality = handoff.Municipality,
            AcceptedOn = handoff.AcceptedOn,
            Collection = Collection.Of(transfer),
            Deliveries = [.. deliveries.Select(HandoffDelivery.Of)],
            TransferredOn = handoff.TransferredOn,
            ConversationHeldOn = handoff.ConversationHeldOn,
            SettledOn = handoff.SettledOn,
            Programme = ProgrammeWindow.Of(handoff),
            Elements = [.. elements.Select(HandoffElement.Of)],
        };
    }
}

/// <summary>Which sections of a transfer were answered.</summary>
/// <param name="Competence">Mapping answered.</param>
/// <param name="Note">Guidance answered.</param>
/// <param name="Programme">Programme answered.</param>
/// <param name="Asked">How often they were asked.</param>
/// <param name="Stuck">True when asking again did not help: an operator should look.</param>
public sealed record Collection(bool Competence, bool Note, bool Programme, int Asked, bool Stuck)
{
    internal static Collection Of(Transfer? t) =>
        t is null
            ? new Collection(Competence: false, Note: false, Programme: false, Asked: 0, Stuck: false)
            : new Collection(t.HasCompetence, t.HasNote, t.HasProgramme, t.Asked, t.IsStuck);
}

/// <summary>An event on its way to IMDinett.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tries">Failed attempts since it was queued or last replayed.</param>
/// <param name="DeliveredAt">When IMDinett acknowledged it.</param>
public sealed record HandoffDelivery(
    Guid Id,
    string EventId,
    string Type,
    DeliveryState State,
    int Tries,
    DateTimeOffset? DeliveredAt
)
{
    internal static HandoffDelivery Of(Delivery d) => new(d.Id, d.EventId, d.Type, d.State, d.Tries, d.DeliveredAt);
}

/// <summary>The introduction programme of a settled adult (SET-7).</summary>
/// <param name="WindowOpensOn">The first day in time.</param>
/// <param name="WindowClosesOn">The last day in time.</param>
/// <param name="StartedOn">The first day of the programme.</param>
/// <param name="Start">Early, in time or late.</param>
/// <param name="LateNotStarted">True while the window has closed without a start.</param>
public sealed record ProgrammeWindow(
    DateOnly WindowOpensOn,
    DateOnly WindowClosesOn,
    DateOnly? StartedOn,
    ProgrammeStart? Start,
    bool LateNotStarted
)
{
    internal static ProgrammeWindow? Of(Handoff h) =>
        h is { WindowOpensOn: { } opens, WindowClosesOn: { } closes }
            ? new ProgrammeWindow(opens, closes, h.ProgrammeStartedOn, h.Start, h.LateNotStarted)
            : null;
}

/// <summary>A completed element and what the municipality decided about it (PRO-6).</summary>
/// <param name="Element">The element's code.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Omitted">True when the municipality leaves it out; null until it decided.</param>
/// <param name="DecidedOn">The day it decided.</param>
public sealed record HandoffElement(string Element, DateOnly CompletedOn, bool? Omitted, DateOnly? DecidedOn)
{
    internal static HandoffElement Of(CompletedElement e) => new(e.Element, e.CompletedOn, e.Omitted, e.DecidedOn);
}
