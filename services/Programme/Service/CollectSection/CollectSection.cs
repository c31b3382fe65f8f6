using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Elements;
using IntegrationPlatform.Programme.Plans;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.CollectSection;

/// <summary>Answers a settlement handoff with what the programme holds for the transfer (SET-4, PRO-6).</summary>
public sealed class CollectSection(ProgrammeDb db, MasterKey master, SectionSeal seal) : IConsumer<CollectProgramme>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<CollectProgramme> context)
    {
        var (handoff, resident) = (context.Message.HandoffId, context.Message.ResidentId);
        var section = await SectionOf(resident, context.CancellationToken);
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

        var personal = await db.PersonalDataAsync(master, resident, cancellation);
        return new ProgrammeSection(
            commitment?.CommittedOn,
            plan is null ? null : Section(plan, personal),
            elements.ConvertAll(e => Section(e, personal))
        );
    }

    private static AgreedPlan Section(Plan plan, PersonalData personal) =>
        new(
            plan.Version,
            plan.AgreedOn!.Value,
            plan.HoursPerWeek,
            personal.Decrypt(plan.Participation),
            [.. Timetable.InOrder(plan.Activities).Select(Section)]
        );

    private static PlannedActivity Section(Activity a) =>
        new(a.Kind, a.Provider, a.Title, Weekday(a.Weekday), a.From, a.To);

    private static CompletedElement Section(Element e, PersonalData personal) =>
        new(e.Code, e.CompletedOn, personal.Decrypt(e.Evidence));

    private static string Weekday(DayOfWeek day) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{day}");
}
