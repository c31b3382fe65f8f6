namespace IntegrationPlatform.Tests.Support.Access;

/// <summary>How a caller with a role stands to the case that it calls about.</summary>
public enum Relation
{
    /// <summary>It has the role in this case.</summary>
    Own,

    /// <summary>It has the role in another case.</summary>
    Anothers,

    /// <summary>It has the role in a case; there is none of the id it calls about.</summary>
    NoCase,

    /// <summary>It has the role in this case, and a token without the scope.</summary>
    WrongScope,

    /// <summary>It has the role in this case, whose cluster is revoked.</summary>
    RevokedCluster,
}
