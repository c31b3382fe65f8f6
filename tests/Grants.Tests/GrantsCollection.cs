namespace IntegrationPlatform.Grants.Tests;

/// <summary>The tests that share one running service; its clock only moves on.</summary>
[CollectionDefinition(Name)]
public sealed class GrantsCollection : ICollectionFixture<GrantsFixture>
{
    public const string Name = "grants";
}
