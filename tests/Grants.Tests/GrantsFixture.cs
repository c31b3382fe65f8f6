using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>The grants service on the day of the invitation (S0, S1).</summary>
public sealed class GrantsFixture()
    : ServiceFixture<Program, GrantsDb>("grants", new DateTimeOffset(2016, 7, 4, 9, 0, 0, TimeSpan.Zero))
{
    private static readonly string[] Scopes = ["grants.read", "grants.write"];

    /// <summary>IMDi's system.</summary>
    public HttpClient Imdi => Of(Organisations.Directorates.Imdi);

    /// <summary>HK-dir's system.</summary>
    public HttpClient HkDir => Of(Organisations.Directorates.HkDir);

    /// <summary>An organisation's system, with every scope of the service.</summary>
    public HttpClient Of(string organisation) => As(organisation, Scopes);
}
