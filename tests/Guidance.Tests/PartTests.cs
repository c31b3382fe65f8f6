using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Tests;

/// <summary>Who writes, who adds, who reads, what leaves and what an erasure leaves (GUI-4, SET-4, ALL-1).</summary>
[Collection(GuidanceFixture.Name)]
public sealed class PartTests(GuidanceFixture guidance)
{
    [Fact]
    public async Task Only_the_clusters_career_centre_writes()
    {
        var cluster = await guidance.ACluster();
        var other = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        string[] others = [cluster.Centre, cluster.Municipality, cluster.NavOffice, other.CareerCentre];

        foreach (var organisation in others)
        {
            using var client = guidance.Client(organisation);
            await client
                .Post(GuidanceFixture.Of(resident, "sessions"), GuidanceFixture.Session(guidance.Today))
                .Refused(404, "unknown-resident");
            await client
                .Post(GuidanceFixture.Of(resident, "notes"), GuidanceFixture.Note("Not mine to write"))
                .Refused(404, "unknown-resident");
        }
    }

    [Fact]
    public async Task An_unknown_resident_is_not_found()
    {
        var cluster = await guidance.ACluster();
        using var careerCentre = guidance.Client(cluster.CareerCentre);
        var nobody = Guid.CreateVersion7();

        await careerCentre.Get(GuidanceFixture.Of(nobody, "case")).Refused(404, "unknown-resident");
        await careerCentre
            .Post(GuidanceFixture.Of(nobody, "sessions"), GuidanceFixture.Session(guidance.Today))
            .Refused(404, "unknown-resident");
    }

    [Fact]
    public async Task NAV_adds_work_oriented_guidance()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        using var nav = guidance.Client(cluster.NavOffice);
        using var centre = guidance.Client(cluster.Centre);

        await nav.Post(
                GuidanceFixture.Of(resident, "contributions"),
                new { givenOn = guidance.Today, text = "Met an employer." }
            )
            .Json();

        var seenByNav = await nav.Get(GuidanceFixture.Of(resident, "case")).Json();
        var seenByCentre = await centre.Get(GuidanceFixture.Of(resident, "case")).Json();
        Assert.Equal("Met an employer.", seenByNav.GetProperty("contributions")[0].GetProperty("text").GetString());
        Assert.Null(seenByCentre.GetProperty("contributions")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Drafts_stay_with_the_career_centre_and_the_note_from_the_municipality()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AGuided(cluster);
        await guidance.ADraft(cluster, resident);
        using var centre = guidance.Client(cluster.Centre);
        using var nav = guidance.Client(cluster.NavOffice);
        using var municipality = guidance.Client(cluster.Municipality);

        var notes = await centre.Get(GuidanceFixture.Of(resident, "notes")).Json();

        Assert.Equal(1, Assert.Single(notes.EnumerateArray()).GetProperty("version").GetInt32());
        await centre.Get(GuidanceFixture.Of(resident, "notes/2")).Refused(404, "unknown-note");
        await nav.Get(GuidanceFixture.Of(resident, "notes/2")).Refused(404, "unknown-note");
        await municipality.Get(GuidanceFixture.Of(resident, "notes")).Refused(404, "unknown-resident");
    }

    [Fact]
    public async Task The_handoff_gets_the_newest_signed_note_sealed()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        using var careerCentre = guidance.Client(cluster.CareerCentre);
        await careerCentre
            .Post(GuidanceFixture.Of(resident, "sessions"), GuidanceFixture.Session(guidance.Today))
            .Json();
        await guidance.Sign(cluster, resident, await guidance.ADraft(cluster, resident));
        await guidance.ADraft(cluster, resident, "A draft that nobody signed stays behind.");

        var collected = await Collect(resident);

        var section = guidance.Seal.Open<NoteSection>(collected.Sealed!);
        Assert.Equal("Knows the trade well.", section.Text);
        Assert.Equal((1, "fa-AF", cluster.CareerCentre), (section.Version, section.Language, section.SignedBy));
        Assert.Equal(new GuidanceSession(guidance.Today, SessionForm.Individual, true), section.Sessions.Single());
        Assert.DoesNotContain("trade", collected.Sealed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handoff_is_answered_also_when_nothing_is_signed()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        await guidance.ADraft(cluster, resident);

        Assert.Null((await Collect(resident)).Sealed);
        Assert.Null((await Collect(Guid.CreateVersion7())).Sealed);
    }

    [Fact]
    public async Task Erasure_removes_what_is_held_on_the_resident()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AGuided(cluster);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        await guidance.Publish(new ResidentErased(resident));

        await guidance.Reaches(resident, Cases.CasePhase.Closed);
        await careerCentre.Get(GuidanceFixture.Of(resident, "case")).Refused(404, "unknown-resident");
        Assert.Null((await Collect(resident)).Sealed);
        var left = await guidance.InDatabase(async db =>
            await db.Notes.CountAsync(n => n.ResidentId == resident)
            + await db.Sessions.CountAsync(s => s.ResidentId == resident)
            + await db.Set<ResidentKey>().CountAsync(k => k.ResidentId == resident)
        );
        Assert.Equal(0, left);
    }

    private async Task<NoteCollected> Collect(Guid resident)
    {
        var heard = await guidance.Listen<NoteCollected>();
        var handoff = Guid.CreateVersion7();
        await guidance.Publish(new CollectNote(handoff, resident));
        return await heard.First(c => c.HandoffId == handoff);
    }
}
