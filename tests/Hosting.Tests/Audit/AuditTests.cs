using System.Net;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Tests.Requests;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Hosting.Tests.Audit;

/// <summary>Who did what to whose case, when and on which ground is written with what it tells of (ALL-2).</summary>
public sealed class AuditTests(Register register) : IClassFixture<Register>
{
    private const string Udi = "974760746";
    private const string Supplier = "987879696";
    private const string People = "/register/v1/people";
    private static readonly string[] Scopes = ["register.write", "register.read"];

    private readonly string _name = $"name-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_change_is_attributed_to_consumer_supplier_and_client()
    {
        var claims = TestTokens.Claims(Udi, Scopes);
        claims["supplier"] = TestTokens.Party(Supplier);
        claims["client_id"] = _name;
        using var client = register.App.WithToken(TestTokens.Sign(claims));

        await client.PostJson(People, Body());

        var entry = Assert.Single(await EntriesAsync(e => e.Client == _name));
        Assert.Equal((Udi, Supplier, "MAP-1"), (entry.Organisation, entry.Supplier, entry.Ground));
        Assert.Equal((Act.Changed, "POST /register/v1/people"), (entry.Act, entry.Operation));
        Assert.Equal(32, entry.Trace?.Length);
    }

    [Theory]
    [InlineData(People, "{\"name\":\"\"}", 422)]
    [InlineData("/register/v1/faults", "{\"name\":\"x\"}", 500)]
    public async Task What_was_rolled_back_is_not_in_the_audit(string path, string body, int status)
    {
        using var client = As(_name);

        var answer = await client.PostJson(path, body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(await EntriesAsync(e => e.Client == _name));
    }

    [Fact]
    public async Task A_repeated_request_is_one_change()
    {
        using var client = As(_name);

        await client.PostJson(People, Body(), _name);
        await client.PostJson(People, Body(), _name);

        Assert.Single(await EntriesAsync(e => e.Client == _name));
    }

    [Fact]
    public async Task A_look_at_somebody_is_in_the_audit_and_a_look_at_nobody_is_not()
    {
        using var client = As(_name);
        var id = await AddAsync(client);

        Assert.Equal(HttpStatusCode.OK, (await client.Get($"{People}/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Get($"{People}/{Guid.NewGuid()}")).StatusCode);

        var look = Assert.Single(await EntriesAsync(e => e.Client == _name && e.Act == Act.LookedAtIdentity));
        Assert.Equal((Case.Resident, id), (look.Case, look.CaseId));
        Assert.Equal("GET /register/v1/people/{id}", look.Operation);
    }

    [Fact]
    public async Task Nothing_is_shown_when_the_look_cannot_be_written()
    {
        var broken = new Register();
        await broken.InitializeAsync();
        using var client = As(_name, broken);
        var id = await AddAsync(client);
        await broken.InDatabase(db => db.Database.ExecuteSqlAsync($"alter table audit_entries rename to gone"));

        var answer = await client.Get($"{People}/{id}");
        await broken.DisposeAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain(_name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private HttpClient As(string client, Register? at = null)
    {
        var claims = TestTokens.Claims(Udi, Scopes);
        claims["client_id"] = client;
        return (at ?? register).App.WithToken(TestTokens.Sign(claims));
    }

    private string Body() => $"{{\"name\":\"{_name}\"}}";

    private async Task<Guid> AddAsync(HttpClient client)
    {
        var added = await client.PostJson(People, Body());
        return Guid.Parse(added.Headers.Location!.ToString().Split('/')[^1]);
    }

    private Task<List<AuditEntry>> EntriesAsync(System.Linq.Expressions.Expression<Func<AuditEntry, bool>> which) =>
        register.InDatabase(db => db.Set<AuditEntry>().AsNoTracking().Where(which).ToListAsync());
}
