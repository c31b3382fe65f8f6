using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Persistence.Personal;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.CollectSection;

/// <summary>Answers a settlement handoff with the newest signed counsellor's note (SET-4).</summary>
public sealed class CollectSection(GuidanceDb db, Vault vault, SectionSeal seal, TimeProvider clock)
    : IConsumer<CollectNote>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<CollectNote> context)
    {
        var (handoff, resident) = (context.Message.HandoffId, context.Message.ResidentId);
        var section = await SectionOf(resident, context.CancellationToken);
        if (section is not null)
        {
            db.Add(
                AuditEntry.OfPlatform("settlement", nameof(CollectNote), Act.Sent, "SET-4", resident, clock.GetUtcNow())
            );
        }

        await context.Publish(
            new NoteCollected(handoff, resident, section is null ? null : seal.Seal(section)),
            context.CancellationToken
        );
    }

    private async Task<NoteSection?> SectionOf(Guid resident, CancellationToken cancellation)
    {
        var note = await db
            .Notes.AsNoTracking()
            .Where(n => n.ResidentId == resident && n.SignedOn != null)
            .OrderByDescending(n => n.Version)
            .FirstOrDefaultAsync(cancellation);
        if (note is null || await db.KeyForOpeningAsync(resident, cancellation) is not { } key)
        {
            return null;
        }

        var sessions = await db
            .Sessions.AsNoTracking()
            .Where(s => s.ResidentId == resident)
            .OrderBy(s => s.HeldOn)
            .ThenBy(s => s.Id)
            .Select(s => new GuidanceSession(s.HeldOn, s.Form, s.Interpreter))
            .ToListAsync(cancellation);
        var words = note.Words(vault, key);
        return new NoteSection(
            note.Version,
            note.SignedOn!.Value,
            note.Signed!.Organisation!,
            note.Language,
            words.Text,
            words.Goals,
            note.CommentText(vault, key),
            sessions
        );
    }
}
