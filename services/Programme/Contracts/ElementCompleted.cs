namespace IntegrationPlatform.Programme.Contracts;

/// <summary>A resident completed an element of the introduction programme, with evidence (PRO-6).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="Element">The element's code, such as <c>parental-guidance</c>.</param>
/// <param name="CompletedOn">The day it was completed.</param>
public sealed record ElementCompleted(Guid ResidentId, Guid ClusterId, string Element, DateOnly CompletedOn);
