namespace IntegrationPlatform.Settlement.Elements;

/// <summary>
/// An element of the introduction programme that a resident completed at the centre, and what the municipality decided
/// about it: it may leave the element out (PRO-6, S3).
/// </summary>
public sealed class CompletedElement
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The element's code.</summary>
    public required string Element { get; init; }

    /// <summary>The day it was completed; of several the first.</summary>
    public required DateOnly CompletedOn { get; set; }

    /// <summary>True when the municipality leaves it out, false when it gives it again; null until it decided.</summary>
    public bool? Omitted { get; private set; }

    /// <summary>The day of the decision.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Organisation number of who decided (ALL-2).</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Records the municipality's decision; the newest holds.</summary>
    public void Decide(bool omitted, DateOnly on, string by) => (Omitted, DecidedOn, DecidedBy) = (omitted, on, by);
}
