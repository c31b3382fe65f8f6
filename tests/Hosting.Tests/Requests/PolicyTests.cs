using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Hosting.Tests.Requests;

/// <summary>Policy is dated data: listed by those who may read, stated by IMDi alone, judged by the case's own date.</summary>
public sealed class PolicyTests(Register register) : IClassFixture<Register>
{
    private const string Imdi = "987879696";
    private const string Centre = "974760746";
    private const string Policies = "/register/v1/policies";
    private static readonly PolicyKey Hours = new("PRO-1", "hours-per-week");

    [Theory]
    [InlineData("2016-01-01", "37")]
    [InlineData("2016-10-01", "37")]
    [InlineData("2021-12-31", "37")]
    [InlineData("2022-01-01", "37.5")]
    public async Task A_case_is_judged_by_the_policy_of_its_own_date(string day, string hours) =>
        Assert.Equal(
            decimal.Parse(hours, CultureInfo.InvariantCulture),
            await register.InDatabase(db => db.PolicyAsync(Hours, DateOnly.Parse(day, CultureInfo.InvariantCulture)))
        );

    [Fact]
    public async Task IMDi_states_a_value_from_a_day_on_and_it_is_listed()
    {
        var stated = await As(Imdi).PostJson(Policies, Value("2030-01-01", "hours"));
        var listed = await As(Centre).GetFromJsonAsync<JsonArray>(Policies);

        Assert.Equal(HttpStatusCode.Created, stated.StatusCode);
        Assert.Contains(listed!, value => value!["holdsFrom"]!.GetValue<string>() == "2030-01-01");
        Assert.Equal(40, await register.InDatabase(db => db.PolicyAsync(Hours, new DateOnly(2030, 1, 2))));
    }

    [Fact]
    public async Task Nobody_but_IMDi_states_policy_whatever_the_scope() =>
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await As(Centre).PostJson(Policies, Value("2031-01-01", "hours"))).StatusCode
        );

    [Fact]
    public async Task A_stated_value_is_never_changed()
    {
        var problem = await Problem.Of(await As(Imdi).PostJson(Policies, Value("2022-01-01", "hours")));

        Assert.Equal((409, "/problems/policy-already-stated"), (problem.Status, problem.Type));
    }

    [Fact]
    public async Task One_of_two_who_state_the_same_day_at_once_is_told_so()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => As(Imdi).PostJson(Policies, Value("2032-01-01", "hours")))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_figure_keeps_its_unit()
    {
        var problem = await Problem.Of(await As(Imdi).PostJson(Policies, Value("2033-01-01", "days")));

        Assert.Equal(400, problem.Status);
        Assert.Equal(["/unit"], problem.Errors.Keys);
    }

    [Theory]
    [InlineData("\"value\":40", "\"value\":79228162514264337593543950335", "/value")]
    [InlineData("\"value\":40", "\"value\":-1", "/value")]
    [InlineData("2034-01-01", "0001-01-01", "/holdsFrom")]
    [InlineData("2034-01-01", "9999-12-31", "/holdsFrom")]
    [InlineData("\"source\":\"P\"", "\"source\":\"\"", "/source")]
    public async Task A_figure_that_cases_could_not_be_judged_by_is_refused(string usual, string sent, string pointer)
    {
        var value = Value("2034-01-01", "hours").Replace(usual, sent, StringComparison.Ordinal);

        var problem = await Problem.Of(await As(Imdi).PostJson(Policies, value));

        Assert.Equal(400, problem.Status);
        Assert.Equal([pointer], problem.Errors.Keys);
    }

    [Fact]
    public async Task A_refusal_does_not_repeat_the_rule_that_was_sent()
    {
        var value = Value("2034-01-01", "hours").Replace("PRO-1", "Amina Warsame", StringComparison.Ordinal);

        var problem = await Problem.Of(await As(Imdi).PostJson(Policies, value));

        Assert.Equal(["/name"], problem.Errors.Keys);
        Assert.DoesNotContain("Amina", problem.Body, StringComparison.Ordinal);
    }

    private HttpClient As(string organisation) => register.App.As(organisation, "register.read", "register.policy");

    private static string Value(string from, string unit) =>
        $$"""{"rule":"PRO-1","name":"hours-per-week","holdsFrom":"{{from}}","value":40,"unit":"{{unit}}","source":"P"}""";
}
