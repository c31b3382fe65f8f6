using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Persistence.Audit;

/// <summary>
/// What a service has in its audit about one resident, told in a language that the resident knows (ALL-1). Each service
/// answers for its own part; the centre reads all of them out.
/// </summary>
public static class ResidentLog
{
    private const string Norwegian = "nb";

    /// <summary>Answers with a page of the log, oldest first.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="cases">The resident, and the other cases that are the resident's, such as the household.</param>
    /// <param name="language">The language tag; Norwegian when null.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<Results<PageOf<LoggedAct>, ProblemHttpResult>> LogOfAsync(
        this DbContext db,
        Guid[] cases,
        string? language,
        PageRequest page,
        CancellationToken cancellation
    )
    {
        if (!Sentences.All.TryGetValue(language ?? Norwegian, out var sentences))
        {
            var known = string.Join(", ", Sentences.All.Keys.Order(StringComparer.Ordinal));
            return new FieldErrors().Require(false, "?language", "ALL-1", $"Is one of {known}.").Problem();
        }

        var after = page.AfterPosition;
        var entries = await db.Set<AuditEntry>()
            .AsNoTracking()
            .Where(e => cases.Contains(e.CaseId!.Value) && (after == null || e.Position > after))
            .OrderBy(e => e.Position)
            .Take(page.Take)
            .ToListAsync(cancellation);
        return page.ByPosition(entries, e => e.Position, e => LoggedAct.Of(e, sentences));
    }
}

/// <summary>Something done with a resident's data.</summary>
/// <param name="At">When.</param>
/// <param name="Sentence">Who did what, in the language.</param>
/// <param name="Language">The language of the sentence.</param>
/// <param name="RightToLeft">True when it is written from right to left.</param>
/// <param name="Reviewed">True when a person has reviewed the translation: say so to the resident when not.</param>
/// <param name="Organisation">Organisation number; null when the platform itself acted on a message.</param>
/// <param name="Supplier">Organisation number of a supplier who acted for it.</param>
/// <param name="As">In which role.</param>
/// <param name="Act">What was done.</param>
/// <param name="Ground">The rule that gives the ground.</param>
/// <param name="Operation">What was called.</param>
public sealed record LoggedAct(
    DateTimeOffset At,
    string Sentence,
    string Language,
    bool RightToLeft,
    bool Reviewed,
    string? Organisation,
    string? Supplier,
    Role? As,
    Act Act,
    string Ground,
    string Operation
)
{
    internal static LoggedAct Of(AuditEntry entry, Sentences sentences) =>
        new(
            entry.At,
            sentences.Tell(entry),
            sentences.Language,
            sentences.RightToLeft,
            sentences.Reviewed,
            entry.Organisation,
            entry.Supplier,
            entry.As,
            entry.Act,
            entry.Ground,
            entry.Operation
        );
}
