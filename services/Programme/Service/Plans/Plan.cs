using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IntegrationPlatform.Programme.Plans;

/// <summary>
/// One version of a resident's individual plan (PRO-3). A version never changes but for who agreed it; a change is the
/// next version, and the newest agreed one holds.
/// </summary>
public sealed class Plan
{
    /// <summary>The plan version's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The resident.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>1 for the first draft.</summary>
    public required int Version { get; init; }

    /// <summary>The day it was drafted, by which it is judged.</summary>
    public required DateOnly DraftedOn { get; init; }

    /// <summary>Organisation number of who drafted it (ALL-2).</summary>
    public required string DraftedBy { get; init; }

    /// <summary>How the resident took part in making it and why it was made (PRO-3), sealed.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>The length of its week in minutes.</summary>
    public required int MinutesPerWeek { get; init; }

    /// <summary>The weekly timetable.</summary>
    public required List<Activity> Activities { get; init; }

    /// <summary>The day the resident agreed; the centre records it.</summary>
    public DateOnly? ResidentAgreedOn { get; private set; }

    /// <summary>The day the host municipality agreed.</summary>
    public DateOnly? MunicipalityAgreedOn { get; private set; }

    /// <summary>The day both had agreed.</summary>
    public DateOnly? AgreedOn { get; private set; }

    /// <summary>Hours a week.</summary>
    public decimal HoursPerWeek => Timetable.Hours(MinutesPerWeek);

    /// <summary>True when the party has agreed.</summary>
    public bool IsAgreedBy(PlanParty party) =>
        (party == PlanParty.Resident ? ResidentAgreedOn : MunicipalityAgreedOn) is not null;

    /// <summary>Takes in a party's agreement; the second one makes the plan agreed.</summary>
    public void Agree(PlanParty party, DateOnly on)
    {
        ResidentAgreedOn = party == PlanParty.Resident ? on : ResidentAgreedOn;
        MunicipalityAgreedOn = party == PlanParty.HostMunicipality ? on : MunicipalityAgreedOn;
        AgreedOn = ResidentAgreedOn is not null && MunicipalityAgreedOn is not null ? on : null;
    }

    /// <summary>Maps the tables.</summary>
    internal static void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("plans");
        plan.Property(p => p.Id).ValueGeneratedNever();
        plan.HasIndex(p => new { p.ResidentId, p.Version }).IsUnique();
        plan.OwnsMany(
            p => p.Activities,
            activity =>
            {
                activity.ToTable("plan_activities");
                activity.WithOwner().HasForeignKey("PlanId");
                activity.Property<int>("Position").ValueGeneratedOnAdd();
                activity.HasKey("PlanId", "Position");
            }
        );
    }
}
