using IntegrationPlatform.Hosting.Conditions;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Guidance.Notes;

/// <summary>
/// One version of the counsellor's note (GUI-3). Its text never changes: a new draft is the next version. The resident
/// may comment it until it is signed; the newest signed version holds.
/// </summary>
public sealed class Note
{
    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>1 for the first draft.</summary>
    public required int Version { get; init; }

    /// <summary>The language it is written in (BCP 47), which the resident chose.</summary>
    public required string Language { get; init; }

    /// <summary>Text and goals, sealed.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>Who drafted it.</summary>
    public required Attribution Drafted { get; init; }

    /// <summary>The resident's comment, sealed; null when there is none.</summary>
    public byte[]? SealedComment { get; private set; }

    /// <summary>Who recorded the comment on the resident's behalf.</summary>
    public Attribution? Commented { get; private set; }

    /// <summary>Who signed it.</summary>
    public Attribution? Signed { get; private set; }

    /// <summary>The day it was signed; null for a draft.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>The entity tag of what may still change in it: the comment and the signature.</summary>
    public string Tag =>
        EntityTags.Of(
            BitConverter.GetBytes(Version),
            SealedComment ?? [],
            BitConverter.GetBytes(SignedOn?.DayNumber ?? 0)
        );

    /// <summary>Takes in the resident's comment, in place of an earlier one.</summary>
    public void Comment(Vault vault, ResidentKey key, string comment, Attribution by)
    {
        SealedComment = vault.Seal(key, $"comment {Version}", comment);
        Commented = by;
    }

    /// <summary>Signs it.</summary>
    public void Sign(Attribution by)
    {
        Signed = by;
        SignedOn = by.At.NorwegianDay();
    }

    /// <summary>Opens text and goals.</summary>
    public NoteWords Words(Vault vault, ResidentKey key) => vault.Open<NoteWords>(key, $"note {Version}", Sealed);

    /// <summary>Opens the comment.</summary>
    public string? CommentText(Vault vault, ResidentKey key) =>
        SealedComment is null ? null : vault.Open<string>(key, $"comment {Version}", SealedComment);

    /// <summary>Maps the table.</summary>
    internal static void Configure(EntityTypeBuilder<Note> note)
    {
        note.ToTable("notes");
        note.Ignore(n => n.Tag);
        note.HasKey(n => new { n.ResidentId, n.Version });
        note.ComplexProperty(n => n.Drafted);
        note.ComplexProperty(n => n.Commented);
        note.ComplexProperty(n => n.Signed);
    }
}
