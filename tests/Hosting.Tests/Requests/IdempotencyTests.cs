using System.Net;
using IntegrationPlatform.Persistence.Requests;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Hosting.Tests.Requests;

/// <summary>A request is one transaction, and done once under its Idempotency-Key.</summary>
public sealed class IdempotencyTests(Register register) : IClassFixture<Register>
{
    private const string Centre = "974760746";
    private const string Other = "987879696";
    private const string People = "/register/v1/people";

    private readonly string _name = $"name-{Guid.NewGuid():N}";
    private readonly string _key = Guid.NewGuid().ToString();

    private HttpClient Client => register.App.As(Centre, "register.write", "register.read", "register.policy");

    private string Body => $"{{\"name\":\"{_name}\"}}";

    [Fact]
    public async Task The_same_key_and_payload_is_answered_byte_for_byte_and_done_once()
    {
        var first = await Client.PostJson(People, Body, _key);
        var again = await Client.PostJson(People, Body, _key);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.Equal(1, await register.Count(_name));
    }

    [Fact]
    public async Task An_answer_without_a_body_is_given_again_as_well()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, People);
            request.Headers.Add("Idempotency-Key", _key);
            var response = await Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            Assert.Equal("", await response.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData(People, "{\"name\":\"another\"}")]
    [InlineData(People, "{ \"name\":\"SAME\"}")]
    [InlineData(People + "?again=true", "{\"name\":\"SAME\"}")]
    [InlineData("/register/v1/faults", "{\"name\":\"SAME\"}")]
    public async Task The_same_key_for_another_request_is_422(string address, string body)
    {
        await Client.PostJson(People, Body, _key);

        var response = await Client.PostJson(address, body.Replace("SAME", _name, StringComparison.Ordinal), _key);

        var problem = await Problem.Of(response);
        Assert.Equal((422, "/problems/idempotency-key-reused"), (problem.Status, problem.Type));
        Assert.Equal(1, await register.Count(_name));
    }

    [Fact]
    public async Task Keys_of_two_organisations_never_meet()
    {
        var first = await Client.PostJson(People, Body, _key);
        var second = await register.App.As(Other, "register.write").PostJson(People, Body, _key);

        Assert.NotEqual(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(2, await register.Count(_name));
    }

    [Fact]
    public async Task While_the_first_is_in_progress_the_second_is_409_and_afterwards_it_is_answered()
    {
        var handled = register.Handled;
        var first = Client.PostJson(People, "{\"name\":\"slow\"}", _key);
        await Eventually.Holds("the first is under way", () => Task.FromResult(register.Handled > handled));

        var meanwhile = await Problem.Of(await Client.PostJson(People, "{\"name\":\"slow\"}", _key));
        register.Slow.Release();
        var body = await (await first).Content.ReadAsStringAsync();
        var afterwards = await Client.PostJson(People, "{\"name\":\"slow\"}", _key);

        Assert.Equal((409, "/problems/request-in-progress"), (meanwhile.Status, meanwhile.Type));
        Assert.Equal(body, await afterwards.Content.ReadAsStringAsync());
        Assert.Equal(1, await register.Count("slow"));
    }

    [Fact]
    public async Task Twenty_at_once_are_done_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Client.PostJson(People, Body, _key)));

        Assert.All(
            answers,
            answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict)
        );
        var bodies = answers
            .Where(a => a.StatusCode == HttpStatusCode.Created)
            .Select(a => a.Content.ReadAsStringAsync());
        Assert.Single((await Task.WhenAll(bodies)).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await register.Count(_name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_request_changes_nothing_and_leaves_its_key_free(bool keyed)
    {
        var refused = await Problem.Of(await Client.PostJson(People, "{\"name\":\"\"}", keyed ? _key : null));
        var corrected = await Client.PostJson(People, Body, keyed ? _key : null);

        Assert.Equal((422, "/problems/nameless"), (refused.Status, refused.Type));
        Assert.Equal(0, await register.Count(""));
        Assert.Equal(HttpStatusCode.Created, corrected.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fault_changes_nothing_and_leaves_its_key_free(bool keyed)
    {
        var fault = await Client.PostJson("/register/v1/faults", Body, keyed ? _key : null);

        Assert.Equal(500, (await Problem.Of(fault)).Status);
        Assert.Equal(0, await register.Count(_name));
        Assert.Equal(HttpStatusCode.Created, (await Client.PostJson(People, Body, keyed ? _key : null)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one, two")]
    [InlineData("with space")]
    public async Task A_malformed_key_is_400(string key)
    {
        var problem = await Problem.Of(await Client.PostJson(People, Body, key));

        Assert.Equal((400, "/problems/invalid-idempotency-key"), (problem.Status, problem.Type));
        Assert.Equal(0, await register.Count(_name));
    }

    [Fact]
    public async Task A_key_has_255_characters_at_most()
    {
        Assert.Equal(HttpStatusCode.Created, (await Client.PostJson(People, Body, new string('k', 255))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.PostJson(People, Body, new string('k', 256))).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_text_that_no_table_can_hold_is_400_and_leaves_its_key_free(bool keyed)
    {
        var problem = await Problem.Of(
            await Client.PostJson(People, """{"name":"Ola\u0000Nordmann"}""", keyed ? _key : null)
        );

        Assert.Equal((400, "/problems/unreadable-request"), (problem.Status, problem.Type));
        Assert.DoesNotContain("Nordmann", problem.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await Client.PostJson(People, Body, keyed ? _key : null)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_leaves_its_key_free()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Client.PostJson(People, "{", _key)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Client.PostJson(People, Body, _key)).StatusCode);
    }

    [Fact]
    public async Task Headers_set_beside_the_answer_reach_the_first_caller()
    {
        var first = await Client.PostJson(People, Body);

        Assert.Equal(["kept"], first.Headers.GetValues("X-Beside"));
    }

    [Fact]
    public async Task Keys_go_after_a_day()
    {
        await Client.PostJson(People, Body, _key);
        await register.InDatabase(async db =>
        {
            var old =
                TimeProvider.System.GetUtcNow()
                - IdempotencyCleanup<Register.RegisterDb>.Kept
                - TimeSpan.FromMinutes(1);
            await db.Set<IdempotencyKey>()
                .Where(key => key.Key == _key)
                .ExecuteUpdateAsync(update => update.SetProperty(key => key.At, old));
            await IdempotencyCleanup<Register.RegisterDb>.RemoveAsync(db, CancellationToken.None);
            return 0;
        });

        await Client.PostJson(People, Body, _key);

        Assert.Equal(2, await register.Count(_name));
    }
}
