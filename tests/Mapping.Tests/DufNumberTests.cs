using IntegrationPlatform.Mapping.Residents;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>The form of a DUF number (MAP-1).</summary>
public sealed class DufNumberTests
{
    [Theory]
    [InlineData("202412345610")]
    [InlineData("201699999902")]
    public void Known_numbers_pass(string duf)
    {
        Assert.True(DufNumber.HasForm(duf));
        Assert.True(DufNumber.CheckDigitsFit(duf));
    }

    [Theory]
    [InlineData("202412345611")]
    [InlineData("202412345601")]
    [InlineData("202421345610")]
    public void A_changed_or_swapped_digit_does_not_fit(string duf) => Assert.False(DufNumber.CheckDigitsFit(duf));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20241234561")]
    [InlineData("2024123456100")]
    [InlineData("20241234561x")]
    [InlineData("٢٠٢٤١٢٣٤٥٦١٠")]
    [InlineData(" 02412345610")]
    public void Only_twelve_digits_have_the_form(string? duf) => Assert.False(DufNumber.HasForm(duf));
}
