using System.Text.Json;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Elements;
using IntegrationPlatform.Programme.Plans;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.CollectSection;

/// <summary>Answers a settlement handoff with what the programme holds for the transfer (SET-4, PRO-6).</summary>
public sealed class CollectSection(ProgrammeDb db, Vault vault, SectionSeal seal, TimeProvider clock)
    : IConsumer<CollectProgramme>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<CollectProgramme> context)
    {
        var (handoff, resident) = (context.Message.HandoffId, context.Message.ResidentId);
        var section = await SectionOf(resident, context.CancellationToken);
        if (section is not null)
        {
            db.Add(
                AuditEntry.OfPlatform(
                    "settlement",
                    nameof(CollectProgramme),
                    Act.Sent,
                    "SET-4",
                    resident,
                    clock.GetUtcNow()
                )
            );
        }

        await context.Publish(
            new ProgrammeCollected(handoff, resident, section is null ? null : seal.Seal(section)),
            context.CancellationToken
        );
    }

    private async Task<ProgrammeSection?> SectionOf(Guid resident, CancellationToken cancellation)
    {
        var commitment = await db.Commitments.FindAsync([resident], cancellation);
        var plan = await db
            .Plans.Where(p => p.ResidentId == resident && p.AgreedOn != null)
            .OrderByDescending(p => p.Version)
            .FirstOrDefaultAsync(cancellation);
        var elements = await db
            .Elements.Where(e => e.ResidentId == resident)
            .OrderBy(e => e.CompletedOn)
            .ThenBy(e => e.Code)
            .ToListAsync(cancellation);
        if (commitment is null && plan is null && elements.Count == 0)
        {
            return null;
        }

        var key = await db.KeyForOpeningAsync(resident, cancellation);
        return new ProgrammeSection(
            commitment?.CommittedOn,
            plan is null ? null : Section(plan, PlanWords.Open(vault, key!, plan)),
            elements.ConvertAll(e => Section(e, e.OpenEvidence(vault, key!)))
        );
    }

    private static AgreedPlan Section(Plan plan, PlanWords words) =>
        new(
            plan.Version,
            plan.AgreedOn!.Value,
            plan.HoursPerWeek,
            words.Participation,
            [.. Timetable.InOrder(plan.Activities).Select(Section)]
        );

    private static PlannedActivity Section(Activity a) =>
        new(a.Kind, a.Provider, a.Title, Weekday(a.Weekday), a.From, a.To);

    private static CompletedElement Section(Element e, string evidence) => new(e.Code, e.CompletedOn, evidence);

    private static string Weekday(DayOfWeek day) => JsonNamingPolicy.CamelCase.ConvertName($"{day}");
}
