namespace IntegrationPlatform.Programme.Contracts;

/// <summary>
/// What a settlement transfer carries from the full-time programme: the agreed plan and what the resident completed
/// (SET-4, PRO-6). It travels only sealed.
/// </summary>
/// <param name="CommittedOn">The day the resident committed to the programme (PRO-1), if that was recorded.</param>
/// <param name="Plan">The newest agreed plan, if there is one.</param>
/// <param name="Elements">Completed elements of the introduction programme, oldest first.</param>
public sealed record ProgrammeSection(
    DateOnly? CommittedOn,
    AgreedPlan? Plan,
    IReadOnlyList<CompletedElement> Elements
);

/// <summary>An agreed version of the individual plan (PRO-3).</summary>
/// <param name="Version">The plan's version.</param>
/// <param name="AgreedOn">The day resident and host municipality had both agreed.</param>
/// <param name="HoursPerWeek">Hours a week.</param>
/// <param name="Participation">How the resident took part in making it.</param>
/// <param name="Activities">The weekly timetable, in the order of the week.</param>
public sealed record AgreedPlan(
    int Version,
    DateOnly AgreedOn,
    decimal HoursPerWeek,
    string Participation,
    IReadOnlyList<PlannedActivity> Activities
);

/// <summary>One weekly slot of a plan.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Title">Its name, as a person reads it.</param>
/// <param name="Weekday">The day: <c>monday</c> … <c>sunday</c>.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends, the same day.</param>
public sealed record PlannedActivity(
    ActivityKind Kind,
    Provider Provider,
    string Title,
    string Weekday,
    TimeOnly From,
    TimeOnly To
);

/// <summary>A completed element of the introduction programme, with its evidence (PRO-6, S3).</summary>
/// <param name="Element">The element's code, one of <see cref="IntroductionElements"/>.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Evidence">What shows it: a certificate's name and number, or who attests it.</param>
public sealed record CompletedElement(string Element, DateOnly CompletedOn, string Evidence);
