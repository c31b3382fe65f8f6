using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Hosting.Tests.Tokens;

public sealed class OrganisationNumberTests
{
    [Theory]
    [InlineData("987879696")]
    [InlineData("974760746")]
    [InlineData("974788985")]
    [InlineData("889640782")]
    public void The_directorates_numbers_are_valid(string number) => Assert.True(OrganisationNumber.IsValid(number));

    [Theory]
    [InlineData("")]
    [InlineData("98787969")]
    [InlineData("9878796966")]
    [InlineData("987879697")]
    [InlineData("98787969x")]
    [InlineData(" 87879696")]
    public void What_the_register_cannot_have_given_out_is_not(string number) =>
        Assert.False(OrganisationNumber.IsValid(number));
}
