using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Mappings;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Persistence.Personal;
using MassTransit;

namespace IntegrationPlatform.Mapping.SendCompetence;

/// <summary>Answers a settlement handoff with identity and competence, sealed (SET-4, ALL-1).</summary>
public sealed class SendCompetence(MappingDb db, Vault vault, SectionSeal seal, TimeProvider clock)
    : IConsumer<CollectCompetence>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<CollectCompetence> context)
    {
        var (handoffId, residentId) = context.Message;
        var section = await SectionOf(residentId, context.CancellationToken);
        if (section is not null)
        {
            db.Add(
                AuditEntry.OfPlatform(
                    "settlement",
                    nameof(CollectCompetence),
                    Act.Sent,
                    "SET-4",
                    residentId,
                    clock.GetUtcNow()
                )
            );
        }

        await context.Publish(
            new CompetenceCollected(handoffId, residentId, section is null ? null : seal.Seal(section))
        );
    }

    // Null for somebody who was erased or never registered.
    private async Task<CompetenceSection?> SectionOf(Guid residentId, CancellationToken cancellation)
    {
        var resident = await db.Residents.FindAsync([residentId], cancellation);
        var key = await db.KeyForOpeningAsync(residentId, cancellation);
        if (resident is null || key is null)
        {
            return null;
        }

        var identity = vault.Open<Identity>(key, Identity.Purpose, resident.SealedIdentity);
        return new CompetenceSection(
            identity.Duf,
            identity.Name,
            identity.BirthDate,
            resident.Permit,
            resident.ArrivedOn,
            identity.Languages,
            await NewestMapping(resident, key, cancellation)
        );
    }

    private async Task<SubmittedMapping?> NewestMapping(
        Resident resident,
        ResidentKey key,
        CancellationToken cancellation
    )
    {
        var newest = await db.MappingVersions.FindAsync([resident.Id, resident.MappingVersion], cancellation);
        return newest is null
            ? null
            : new SubmittedMapping(
                newest.Version,
                newest.SubmittedOn,
                newest.AnsweredBy,
                vault.Open<Answers>(key, Answers.Purpose(newest.Version), newest.SealedAnswers).Competence
            );
    }
}
