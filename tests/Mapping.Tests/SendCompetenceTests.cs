using System.Net;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>What a settlement handoff collects (SET-4).</summary>
[Collection(MappingService.Name)]
public sealed class SendCompetenceTests(MappingFixture fixture)
{
    [Fact]
    public async Task The_section_holds_identity_and_the_newest_mapping_and_travels_sealed()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();
        await cluster.Post($"residents/{id}/mapping", Scene.Mapping());
        var correction = Scene.Mapping();
        correction["reason"] = "More came up";
        await (await cluster.Post($"residents/{id}/mapping", correction)).ReadAs(HttpStatusCode.Created);

        var collected = await Collect(id);

        Assert.DoesNotContain("Amina", collected.Sealed, StringComparison.Ordinal);
        var section = Open(collected);
        Assert.Equal((string?)arrival["duf"], section.Duf);
        Assert.Equal("Amina Yusuf", section.Name);
        Assert.Equal(PermitStatus.Likely, section.Permit);
        Assert.Equal(2, section.Mapping!.Version);
        Assert.Equal("2221", Assert.Single(section.Mapping.Competence.Work).Styrk08);
    }

    [Fact]
    public async Task The_look_is_logged_on_the_ground_of_the_settlement()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();

        await Collect(id);

        var sent = Assert.Single(await cluster.Log(id), e => (string?)e!["act"] == "sent")!;
        Assert.Equal((null, "SET-4"), ((string?)sent["organisation"], (string?)sent["ground"]));
    }

    [Fact]
    public async Task A_childs_section_has_no_mapping()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId(age: 6);

        Assert.Null(Open(await Collect(id)).Mapping);
    }

    [Fact]
    public async Task For_an_erased_or_unknown_resident_the_answer_is_empty()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.Udi.Post($"residents/{id}/erasure");

        Assert.Null((await Collect(id)).Sealed);
        Assert.Null((await Collect(Guid.CreateVersion7())).Sealed);
    }

    [Fact]
    public async Task The_same_command_twice_is_answered_once()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var heard = await fixture.Listen<CompetenceCollected>();
        var command = new CollectCompetence(Guid.CreateVersion7(), id);
        var messageId = Guid.NewGuid();

        await fixture.Publish(command, messageId);
        await fixture.Publish(command, messageId);
        await Collect(id);

        await heard.First(c => c.HandoffId == command.HandoffId);
        Assert.Equal(2, (await cluster.Log(id)).Count(e => (string?)e!["act"] == "sent"));
    }

    private async Task<CompetenceCollected> Collect(Guid residentId)
    {
        var heard = await fixture.Listen<CompetenceCollected>();
        var command = new CollectCompetence(Guid.CreateVersion7(), residentId);
        await fixture.Publish(command);
        return await heard.First(c => c.HandoffId == command.HandoffId);
    }

    private CompetenceSection Open(CompetenceCollected collected)
    {
        using var seal = new SectionSeal(fixture.Services.GetRequiredService<IConfiguration>());
        return seal.Open<CompetenceSection>(collected.Sealed!);
    }
}
