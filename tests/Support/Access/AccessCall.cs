using IntegrationPlatform.Hosting.Access;

namespace IntegrationPlatform.Tests.Support.Access;

/// <summary>How a test calls an endpoint about a target.</summary>
/// <param name="Endpoint">Method and path as declared, such as <c>GET /residents/{id}</c>.</param>
/// <param name="Path">The path for a target.</param>
/// <param name="Body">The body for a target, sent in a role; null for none.</param>
public sealed record AccessCall<TTarget>(
    string Endpoint,
    Func<TTarget, string> Path,
    Func<TTarget, Role, object>? Body = null
)
{
    /// <summary>For a list: what shows that the target is in it.</summary>
    public Func<TTarget, Guid>? Shows { get; init; }

    /// <summary>True when 404 is an answer that says: the caller has none of its own.</summary>
    public bool MayHaveNone { get; init; }

    /// <summary>Roles whose proviso the target does not fulfil: to them there is no such case.</summary>
    public IReadOnlyList<Role> Unfulfilled { get; init; } = [];
}
