namespace IntegrationPlatform.Settlement.Contracts;

/// <summary>IMDinett acknowledged a resident's settlement transfer event (SET-4).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="Municipality">The number of the settlement municipality.</param>
/// <param name="TransferredOn">The day of the receipt.</param>
public sealed record ResidentTransferred(Guid ResidentId, Guid ClusterId, string Municipality, DateOnly TransferredOn);
