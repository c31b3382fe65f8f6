namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>The tests on the cluster run one after the other: three nodes are slow enough for one.</summary>
[CollectionDefinition(Name)]
public sealed class ClusterCollection
{
    public const string Name = "cluster";
}
