namespace IntegrationPlatform.Grants.Interests;

/// <summary>What kind of organisation runs a centre (GRA-3).</summary>
public enum OperatorKind
{
    /// <summary>A company.</summary>
    Private,

    /// <summary>The municipality or an enterprise of it.</summary>
    Municipal,

    /// <summary>A voluntary organisation.</summary>
    Voluntary,
}
