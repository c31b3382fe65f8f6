using System.Reflection;

namespace IntegrationPlatform.Contracts.Tests;

/// <summary>Messages carry ids, never identity or free text (ALL-1).</summary>
public sealed class IdentityTests
{
    public static TheoryData<Contract> Open => [.. Contract.All.Where(c => !c.TravelsSealed)];

    [Theory]
    [MemberData(nameof(Open), DisableDiscoveryEnumeration = true)]
    public void A_message_carries_no_identity_and_no_free_text(Contract contract) =>
        Assert.Empty(contract.Members.Where(MayHoldIdentity).Select(m => $"{contract}.{m.Name}"));

    [Theory]
    [MemberData(nameof(Open), DisableDiscoveryEnumeration = true)]
    public void A_message_holds_no_section_that_is_not_sealed(Contract contract) =>
        Assert.DoesNotContain(Contract.All, c => c.TravelsSealed && contract.Holds(c.Message));

    [Fact]
    public void The_sections_of_a_transfer_are_known_to_be_sealed() =>
        Assert.Contains(Contract.All, c => c.TravelsSealed && c.Message.Name == "PlannedActivity");

    [Theory]
    [InlineData(nameof(Leaky.Duf), true)]
    [InlineData(nameof(Leaky.Remarks), true)]
    [InlineData(nameof(Leaky.BirthDate), true)]
    [InlineData(nameof(Leaky.Languages), true)]
    [InlineData(nameof(Leaky.HostMunicipality), false)]
    [InlineData(nameof(Leaky.ArrivedOn), false)]
    public void The_check_finds_what_could_identify(string member, bool found) =>
        Assert.Equal(found, MayHoldIdentity(typeof(Leaky).GetProperty(member)!));

    /// <summary>
    /// Text may only be the number of an organisation or municipality, a code, or a sealed section; a day may only be
    /// the day of an event, not of a birth.
    /// </summary>
    private static bool MayHoldIdentity(PropertyInfo member)
    {
        var name = member.Name;
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var known =
            name is "Element" or "Sealed"
            || name.EndsWith("Municipality", StringComparison.Ordinal)
            || name.EndsWith("Organisation", StringComparison.Ordinal);
        return type switch
        {
            _ when type == typeof(string) => !known,
            _ when type == typeof(DateOnly) => name.Contains("Birth", StringComparison.OrdinalIgnoreCase),
            { IsGenericType: true } => type.GetGenericArguments().Contains(typeof(string)) && !known,
            _ => false,
        };
    }

    private sealed record Leaky(
        string Duf,
        string? Remarks,
        DateOnly BirthDate,
        IReadOnlyList<string> Languages,
        string HostMunicipality,
        DateOnly ArrivedOn
    );
}
