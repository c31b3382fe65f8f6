using System.ComponentModel;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Municipalities;
using IntegrationPlatform.Settlement.YearlyNumbers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.AskMunicipality;

/// <summary>IMDi asks a municipality to settle a number of persons in a year (SET-2).</summary>
internal static class AskMunicipality
{
    private const int FirstYear = 2016;
    private const int LastYear = 2100;

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapPost("/yearly-requests", Ask)
            .WithName("askMunicipality")
            .RequireScope("settlement.write")
            .Allows("SET-2", Case.None, Role.Imdi)
            .WithSummary("Asks a municipality to settle a number of persons in a year");
        v1.MapGet("/yearly-requests", List)
            .WithName("listYearlyRequests")
            .RequireScope("settlement.read")
            .Allows("SET-2", Case.None, Role.Imdi)
            .WithSummary("Lists what municipalities were asked for, and how much of it is accepted");
    }

    private static async Task<Results<Created<YearlyRequest>, ProblemHttpResult>> Ask(
        YearlyAsk ask,
        SettlementDb db,
        CancellationToken cancellation
    )
    {
        var errors = new FieldErrors()
            .Require(
                MunicipalityRegister.Find(ask.Municipality) is not null,
                "/municipality",
                "SET-2",
                "Is not the number of a municipality."
            )
            .Require(
                OrganisationNumber.IsValid(ask.Organisation),
                "/organisation",
                "SET-2",
                "Is not an organisation number."
            )
            .Require(ask.Year is >= FirstYear and <= LastYear, "/year", "SET-2", "Is not a year of settlement.")
            .Require(ask.Persons > 0, "/persons", "SET-2", "Must be at least 1.");
        if (errors.Any)
        {
            return errors.Problem();
        }

        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({ask.Municipality}, {ask.Year}))",
            cancellation
        );
        if (
            await db.YearlyNumbers.AnyAsync(n => n.Municipality == ask.Municipality && n.Year == ask.Year, cancellation)
        )
        {
            return Refusals.YearlyNumberStated.With();
        }

        var number = new YearlyNumber
        {
            Id = Guid.CreateVersion7(),
            Municipality = ask.Municipality,
            Organisation = ask.Organisation,
            Year = ask.Year,
            Persons = ask.Persons,
        };
        db.Add(number);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/settlement/v1/yearly-requests/{number.Id}", YearlyRequest.Of(number));
    }

    private static async Task<PageOf<YearlyRequest>> List(
        [Description("Only those of this year.")] int? year,
        [AsParameters] PageRequest page,
        SettlementDb db,
        CancellationToken cancellation
    )
    {
        var numbers = await db
            .YearlyNumbers.AsNoTracking()
            .Where(n => year == null || n.Year == year)
            .OrderBy(n => n.Year)
            .ThenBy(n => n.Municipality)
            .ToListAsync(cancellation);
        return page.Of(numbers.Select(YearlyRequest.Of), number => number.Id.ToString("N"));
    }
}

/// <summary>What IMDi asks.</summary>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Organisation">The municipality's organisation number.</param>
/// <param name="Year">The year.</param>
/// <param name="Persons">How many persons.</param>
public sealed record YearlyAsk(string Municipality, string Organisation, int Year, int Persons);

/// <summary>A yearly request.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Organisation">The municipality's organisation number.</param>
/// <param name="Year">The year.</param>
/// <param name="Persons">How many persons were asked for.</param>
/// <param name="Accepted">How many were accepted so far.</param>
public sealed record YearlyRequest(
    Guid Id,
    string Municipality,
    string Organisation,
    int Year,
    int Persons,
    int Accepted
)
{
    internal static YearlyRequest Of(YearlyNumber number) =>
        new(number.Id, number.Municipality, number.Organisation, number.Year, number.Persons, number.Accepted);
}
