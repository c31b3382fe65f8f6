using IntegrationPlatform.Messaging;

namespace IntegrationPlatform.Mapping.Deadline;

/// <summary>One resident's deadline for the mapping (MAP-2); the saga's id is the resident's.</summary>
public sealed class MappingDeadline : SagaState
{
    /// <summary>The resident's cluster.</summary>
    public Guid ClusterId { get; set; }

    /// <summary>The revision of the deadline; 0 while an end is known but no deadline.</summary>
    public int Revision { get; set; }

    /// <summary>The last day on which a submission is in time; null while it is not known.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Days of reminders still to come, earliest first.</summary>
    public DateOnly[] RemindOn { get; set; } = [];

    /// <summary>The day of the newest reminder.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>The day on which it was found overdue; stays when it is submitted late.</summary>
    public DateOnly? OverdueOn { get; set; }

    /// <summary>The day of the submission.</summary>
    public DateOnly? CompletedOn { get; set; }

    /// <summary>The token of the alarm in force.</summary>
    public Guid? AlarmToken { get; set; }
}
