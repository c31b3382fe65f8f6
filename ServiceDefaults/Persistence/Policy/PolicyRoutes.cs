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
    private static readonly ProblemType AlreadyStated = new(
        "policy-already-stated",
        409,
        null,
        "This figure already has a value from that day; state a later one"
    );

    public static void Map(IEndpointRouteBuilder routes, string service)
    {
        routes.MapGet("/policies", List).RequireScope($"{service}.read").WithSummary("Lists policy, oldest first");
        routes
            .MapPost("/policies", Add)
            .RequireScope($"{service}.policy")
            .RequireDirectorate(directorates => directorates.Imdi)
            .WithSummary("Adds a value of a figure from a day on");
    }

    private static async Task<Ok<List<PolicyValue>>> List(TDb db, CancellationToken cancellation) =>
        TypedResults.Ok(
            await db.Set<PolicyValue>()
                .AsNoTracking()
                .OrderBy(p => p.Rule)
                .ThenBy(p => p.Name)
                .ThenBy(p => p.HoldsFrom)
                .ToListAsync(cancellation)
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
        var errors = new FieldErrors()
            .Require(known.Count > 0, "/name", value.Rule, "Names no figure of this service.")
            .Require(known.All(p => p.Unit == value.Unit), "/unit", value.Rule, "Is not the unit of this figure.");
        if (errors.Any)
        {
            return errors.Problem();
        }

        if (known.Any(p => p.HoldsFrom == value.HoldsFrom))
        {
            return AlreadyStated.With();
        }

        db.Add(value);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException raced)
            when (raced.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return AlreadyStated.With();
        }

        return TypedResults.Created((string?)null, value);
    }
}
