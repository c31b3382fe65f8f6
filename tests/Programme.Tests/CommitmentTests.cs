using IntegrationPlatform.Programme.Enrolments;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>The commitment (PRO-1).</summary>
[Collection(ProgrammeFixture.Name)]
public sealed class CommitmentTests(ProgrammeFixture programme)
{
    [Fact]
    public async Task The_centre_records_a_commitment_once()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        var commitment = new { committedOn = programme.Today };

        await centre.Post(ProgrammeFixture.Of(resident, "commitment"), commitment).Json();
        await programme.Reaches(resident, EnrolmentPhase.Committed);

        await centre.Post(ProgrammeFixture.Of(resident, "commitment"), commitment).Refused(409, "already-committed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_commitment_lies_between_arrival_and_today(int days)
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);

        var members = await centre
            .Post(ProgrammeFixture.Of(resident, "commitment"), new { committedOn = programme.Today.AddDays(days) })
            .RefusedMembers();

        Assert.Equal(["/committedOn"], members);
    }

    [Fact]
    public async Task Only_the_centre_records_it()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var municipality = programme.Client(cluster.Municipality);

        await municipality
            .Post(ProgrammeFixture.Of(resident, "commitment"), new { committedOn = programme.Today })
            .Refused(404, "unknown-resident");
    }

    [Fact]
    public async Task A_token_that_may_only_read_records_nothing()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var reader = programme.As(cluster.Centre, "programme.read");

        using var answer = await reader.Post(
            ProgrammeFixture.Of(resident, "commitment"),
            new { committedOn = programme.Today }
        );

        Assert.Equal(403, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"committedOn":"yesterday"}""")]
    [InlineData("""{"committedOn":"2024-03-04","extra":1}""")]
    public async Task A_body_that_cannot_be_read_is_refused_as_such(string body)
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);

        using var answer = await centre.PostText(ProgrammeFixture.Of(resident, "commitment"), body);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_same_key_twice_is_one_commitment()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        centre.DefaultRequestHeaders.Add("Idempotency-Key", $"{resident}");
        var commitment = new { committedOn = programme.Today };

        using var first = await centre.Post(ProgrammeFixture.Of(resident, "commitment"), commitment);
        using var second = await centre.Post(ProgrammeFixture.Of(resident, "commitment"), commitment);

        Assert.Equal(201, (int)first.StatusCode);
        Assert.Equal(201, (int)second.StatusCode);
    }
}
