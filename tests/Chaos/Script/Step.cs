using System.Globalization;

namespace IntegrationPlatform.Chaos.Script;

/// <summary>A fault of the script.</summary>
/// <param name="At">When, from the start of the load.</param>
/// <param name="Kind">What.</param>
/// <param name="Target">Whom it hits.</param>
/// <param name="Lasting">How long, before it comes back.</param>
public sealed record Step(TimeSpan At, FaultKind Kind, string Target, TimeSpan Lasting)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At.TotalSeconds, 6:0.0} s  {Kind.Name} {Target} for {Lasting.TotalSeconds:0.0} s"
        );
}
