using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPlatform.Persistence.Policy;

/// <summary>An operator lists and adds policy without a deploy; a stated value is never changed.</summary>
internal static class PolicyRoutes<TDb>
    where TDb : DbContext
{
    // Days are added to dates and counts are counted to: no figure comes near these.
    private const decimal Highest = 10_000;
    private const int LongestSource = 200;
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    public static void Map(IEndpointRouteBuilder routes, string service)
    {
        routes
            .MapGet("/policies", List)
            .WithName($"list{Title(service)}Policies")
            .RequireScope($"{service}.read")
            .Allows("ALL-2", Case.None)
            .WithSummary("Lists policy, oldest first");
        routes
            .MapPost("/policies", Add)
            .WithName($"add{Title(service)}Policy")
            .RequireScope($"{service}.policy")
            .Allows("ALL-2", Case.None, Role.Imdi)
            .WithSummary("Adds a value of a figure from a day on");
    }

    private static string Title(string service) => char.ToUpperInvariant(service[0]) + service[1..];

    private static async Task<PageOf<PolicyValue>> List(
        [AsParameters] PageRequest page,
        TDb db,
        CancellationToken cancellation
    ) =>
        page.Of(
            await db.Set<PolicyValue>()
                .AsNoTracking()
                .OrderBy(p => p.Rule)
                .ThenBy(p => p.Name)
                .ThenBy(p => p.HoldsFrom)
                .ToListAsync(cancellation),
            p => $"{p.Rule} {p.Name} {p.HoldsFrom:O}"
        );

    private static async Task<Results<Created<PolicyValue>, ProblemHttpResult>> Add(
        PolicyValue value,
        TDb db,
        CancellationToken cancellation
    )
    {
        var known = await db.Set<PolicyValue>()
            .Where(p => p.Rule == value.Rule && p.Name == value.Name)
            .Select(p => new { p.HoldsFrom, p.Unit })
            .ToListAsync(cancellation);
        var rule = known.Count > 0 ? value.Rule : null; // A refusal never repeats what was sent.
        var errors = new FieldErrors()
            .Require(known.Count > 0, "/name", rule, "Names no figure of this service.")
            .Require(known.All(p => p.Unit == value.Unit), "/unit", rule, "Is not the unit of this figure.")
            .Require(value.Value is >= 0 and <= Highest, "/value", rule, "Is from 0 to 10,000.")
            .Require(
                value.HoldsFrom >= Earliest && value.HoldsFrom <= Latest,
                "/holdsFrom",
                rule,
                $"Is a day of the years {Earliest.Year} to {Latest.Year}."
            )
            .Require(
                value.Source.Length is > 0 and <= LongestSource,
                "/source",
                rule,
                $"Is 1 to {LongestSource} characters."
            );
        if (errors.Any)
        {
            return errors.Problem();
        }

        if (known.Any(p => p.HoldsFrom == value.HoldsFrom))
        {
            return PolicyProblems.AlreadyStated.With();
        }

        db.Add(value);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException raced)
            when (raced.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return PolicyProblems.AlreadyStated.With();
        }

        return TypedResults.Created((string?)null, value);
    }
}
