using System.Security.Cryptography;
using System.Text;
using IntegrationPlatform.Hosting.Sealing;
using Microsoft.Extensions.Configuration;

namespace IntegrationPlatform.Hosting.Tests.Sealing;

/// <summary>A sealed section can be read by the settlement handoff and by nobody else (ALL-1).</summary>
public sealed class SectionSealTests
{
    private static readonly RSA Key = RSA.Create(2048);
    private readonly Section _section = new("Lærer i Asmara", 7);

    [Fact]
    public void The_handoff_opens_what_was_sealed()
    {
        var sealed_ = Sealer(Key).Seal(_section);

        Assert.Equal(_section, Opener(Key).Open<Section>(sealed_));
    }

    [Fact]
    public void Nothing_of_it_can_be_read_on_the_way()
    {
        var sealed_ = Sealer(Key).Seal(_section);

        var readable = string.Concat(sealed_.Split('.').Select(part => Encoding.UTF8.GetString(Base64(part))));
        Assert.DoesNotContain("Asmara", readable);
        Assert.DoesNotContain("Asmara", sealed_);
        Assert.NotEqual(sealed_, Sealer(Key).Seal(_section));
    }

    [Fact]
    public void Who_seals_cannot_open() =>
        Assert.Throws<InvalidOperationException>(() => Sealer(Key).Open<Section>(Sealer(Key).Seal(_section)));

    [Fact]
    public void Another_key_does_not_open_it()
    {
        using var other = RSA.Create(2048);

        Assert.ThrowsAny<Exception>(() => Opener(other).Open<Section>(Sealer(Key).Seal(_section)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Altered_in_any_part_it_does_not_open(int part)
    {
        var parts = Sealer(Key).Seal(_section).Split('.');
        var bytes = Base64(parts[part]);
        bytes[0] ^= 1;
        parts[part] = Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        Assert.ThrowsAny<Exception>(() => Opener(Key).Open<Section>(string.Join('.', parts)));
    }

    [Fact]
    public void A_missing_key_is_named() =>
        Assert.Contains(
            "Sealing:PublicKey",
            Assert.Throws<InvalidOperationException>(() => With("Other", "").Seal(_section)).Message
        );

    private static SectionSeal Sealer(RSA key) => With("Sealing:PublicKey", key.ExportSubjectPublicKeyInfoPem());

    private static SectionSeal Opener(RSA key) => With("Sealing:PrivateKey", key.ExportPkcs8PrivateKeyPem());

    private static SectionSeal With(string setting, string pem) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection([new(setting, Convert.ToBase64String(Encoding.UTF8.GetBytes(pem)))])
                .Build()
        );

    private static byte[] Base64(string part) => Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(part);

    private sealed record Section(string Occupation, int Years);
}
