using System.Text;
using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Tests;

/// <summary>The counsellor's note: drafted, commented, signed, versioned (GUI-3).</summary>
[Collection(GuidanceFixture.Name)]
public sealed class NoteTests(GuidanceFixture guidance)
{
    [Fact]
    public async Task A_signed_note_is_published_without_its_text()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        var heard = await guidance.Listen<CounsellorNoteSigned>();
        var version = await guidance.ADraft(cluster, resident);

        var signed = await guidance.Sign(cluster, resident, version);

        var published = await heard.First(n => n.ResidentId == resident);
        Assert.Equal($"{guidance.Today:O}", signed.GetProperty("signedOn").GetString());
        Assert.Equal((cluster.Id, 1, guidance.Today), (published.ClusterId, published.Version, published.SignedOn));
        await guidance.Reaches(resident, CasePhase.Guided);
    }

    [Fact]
    public async Task A_signed_version_never_changes_and_a_new_draft_is_the_next_one()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AGuided(cluster);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        await careerCentre.Post(GuidanceFixture.Of(resident, "notes/1/signature")).Refused(409, "note-already-signed");
        await careerCentre
            .Post(GuidanceFixture.Of(resident, "notes/1/comment"), new { comment = "Too late" })
            .Refused(409, "note-already-signed");
        var second = await guidance.ADraft(cluster, resident, "Has passed the test.");
        var notes = await careerCentre.Get(GuidanceFixture.Of(resident, "notes")).Json();

        Assert.Equal(2, second);
        Assert.Equal("Has passed the test.", notes[0].GetProperty("text").GetString());
        Assert.Null(notes[0].GetProperty("signedOn").GetString());
        Assert.Equal("Knows the trade well.", notes[1].GetProperty("text").GetString());
        Assert.Equal(cluster.CareerCentre, notes[1].GetProperty("signedBy").GetString());
    }

    [Fact]
    public async Task The_resident_comments_a_draft_before_it_is_signed()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        var version = await guidance.ADraft(cluster, resident);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        await careerCentre
            .Post(GuidanceFixture.Of(resident, $"notes/{version}/comment"), new { comment = "I also drive buses." })
            .Json();
        await guidance.Sign(cluster, resident, version);

        var notes = await careerCentre.Get(GuidanceFixture.Of(resident, "notes")).Json();
        Assert.Equal("I also drive buses.", notes[0].GetProperty("comment").GetString());
    }

    [Fact]
    public async Task A_comment_takes_another_s_place_only_when_that_one_was_read()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        await guidance.ADraft(cluster, resident);
        using var careerCentre = guidance.Client(cluster.CareerCentre);
        var note = GuidanceFixture.Of(resident, "notes/1");
        await careerCentre.Post($"{note}/comment", new { comment = "First." }).Json();

        await careerCentre.Post($"{note}/comment", new { comment = "Blind." }).Refused(428, "if-match-required");
        using var read = await careerCentre.Get(note);
        careerCentre.DefaultRequestHeaders.IfMatch.Add(read.Headers.ETag!);
        await careerCentre.Post($"{note}/comment", new { comment = "Second." }).Json();
        await careerCentre.Post($"{note}/comment", new { comment = "Too late." }).Refused(412, "changed-meanwhile");

        var now = await careerCentre.Get(note).Json();
        Assert.Equal("Second.", now.GetProperty("comment").GetString());
    }

    [Fact]
    public async Task Who_has_a_note_already_is_told_that_it_did_not_change_until_it_is_signed()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        await guidance.ADraft(cluster, resident);
        using var careerCentre = guidance.Client(cluster.CareerCentre);
        using var read = await careerCentre.Get(GuidanceFixture.Of(resident, "notes/1"));
        careerCentre.DefaultRequestHeaders.IfNoneMatch.Add(read.Headers.ETag!);

        using var again = await careerCentre.Get(GuidanceFixture.Of(resident, "notes/1"));
        await guidance.Sign(cluster, resident, 1);
        using var signed = await careerCentre.Get(GuidanceFixture.Of(resident, "notes/1"));

        Assert.Equal((304, 200), ((int)again.StatusCode, (int)signed.StatusCode));
    }

    [Fact]
    public async Task Only_the_newest_draft_can_be_signed()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        await guidance.ADraft(cluster, resident);
        await guidance.ADraft(cluster, resident);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        await careerCentre.Post(GuidanceFixture.Of(resident, "notes/1/signature")).Refused(409, "note-superseded");
        await careerCentre.Post(GuidanceFixture.Of(resident, "notes/9/signature")).Refused(404, "unknown-note");
    }

    [Fact]
    public async Task An_empty_note_in_no_language_is_refused_member_by_member()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        var members = await careerCentre
            .Post(
                GuidanceFixture.Of(resident, "notes"),
                new
                {
                    text = " ",
                    language = "Dari",
                    goals = new[] { "" },
                }
            )
            .RefusedMembers();

        Assert.Equal(["/text", "/language", "/goals/0"], members);
    }

    [Fact]
    public async Task A_session_lies_between_the_mapping_and_today()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        foreach (var heldOn in new[] { guidance.Today.AddDays(-1), guidance.Today.AddDays(1) })
        {
            var members = await careerCentre
                .Post(GuidanceFixture.Of(resident, "sessions"), GuidanceFixture.Session(heldOn))
                .RefusedMembers();
            Assert.Equal(["/heldOn"], members);
        }

        Assert.False(await guidance.InDatabase(db => db.Sessions.AnyAsync(s => s.ResidentId == resident)));
    }

    [Fact]
    public async Task What_was_said_is_sealed_at_rest()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        await guidance.ADraft(cluster, resident);
        using var careerCentre = guidance.Client(cluster.CareerCentre);
        await careerCentre
            .Post(GuidanceFixture.Of(resident, "sessions"), GuidanceFixture.Session(guidance.Today))
            .Json();

        var note = await guidance.InDatabase(db => db.Notes.SingleAsync(n => n.ResidentId == resident));
        var session = await guidance.InDatabase(db => db.Sessions.SingleAsync(s => s.ResidentId == resident));

        Assert.DoesNotContain("trade", Encoding.UTF8.GetString(note.Sealed), StringComparison.Ordinal);
        Assert.DoesNotContain("trade", Encoding.UTF8.GetString(session.SealedGoals), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_held_on_a_person_is_exported()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        using var careerCentre = guidance.Client(cluster.CareerCentre);
        using var nav = guidance.Client(cluster.NavOffice);
        using var centre = guidance.As(cluster.Centre, "guidance.export");
        await careerCentre
            .Post(GuidanceFixture.Of(resident, "sessions"), GuidanceFixture.Session(guidance.Today))
            .Json();
        var version = await guidance.ADraft(cluster, resident, "Knows the trade.");
        await careerCentre
            .Post(GuidanceFixture.Of(resident, $"notes/{version}/comment"), new { comment = "So I do." })
            .Json();
        await nav.Post(
                GuidanceFixture.Of(resident, "contributions"),
                new { givenOn = guidance.Today, text = "Met an employer." }
            )
            .Json();

        var export = await centre.Get(GuidanceFixture.Of(resident, "export")).Json();

        Assert.Equal("Work in my own trade", export.GetProperty("sessions")[0].GetProperty("goals")[0].GetString());
        var note = export.GetProperty("notes")[0];
        Assert.Equal("Knows the trade.", note.GetProperty("words").GetProperty("text").GetString());
        Assert.Equal("So I do.", note.GetProperty("comment").GetString());
        Assert.Equal("Met an employer.", export.GetProperty("contributions")[0].GetProperty("text").GetString());
    }
}
