using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
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

    /// <summary>Who drafted it.</summary>
    public required Attribution Drafted { get; init; }

    /// <summary>How the resident took part in making it and why it was made (PRO-3), sealed.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>The length of its week in minutes.</summary>
    public required int MinutesPerWeek { get; init; }

    /// <summary>The weekly timetable.</summary>
    public required List<Activity> Activities { get; init; }

    /// <summary>Who recorded that the resident agreed.</summary>
    public Attribution? ResidentAgreed { get; private set; }

    /// <summary>Who agreed for the host municipality.</summary>
    public Attribution? MunicipalityAgreed { get; private set; }

    /// <summary>The day both had agreed.</summary>
    public DateOnly? AgreedOn { get; private set; }

    /// <summary>Hours a week.</summary>
    public decimal HoursPerWeek => Timetable.Hours(MinutesPerWeek);

    /// <summary>The day a party agreed.</summary>
    public DateOnly? AgreedBy(PlanParty party) =>
        (party == PlanParty.Resident ? ResidentAgreed : MunicipalityAgreed)?.At.NorwegianDay();

    /// <summary>Takes in a party's agreement; the second one makes the plan agreed.</summary>
    public void Agree(PlanParty party, Attribution by)
    {
        ResidentAgreed = party == PlanParty.Resident ? by : ResidentAgreed;
        MunicipalityAgreed = party == PlanParty.HostMunicipality ? by : MunicipalityAgreed;
        AgreedOn = ResidentAgreed is not null && MunicipalityAgreed is not null ? by.At.NorwegianDay() : null;
    }

    /// <summary>Maps the tables.</summary>
    internal static void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.ToTable("plans");
        plan.ComplexProperty(p => p.Drafted);
        plan.ComplexProperty(p => p.ResidentAgreed);
        plan.ComplexProperty(p => p.MunicipalityAgreed);
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
