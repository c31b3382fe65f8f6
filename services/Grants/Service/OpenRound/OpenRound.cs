using IntegrationPlatform.Grants.Rounds;
using IntegrationPlatform.Grants.Selection;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Municipalities;
using IntegrationPlatform.Persistence.Policy;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Grants.OpenRound;

/// <summary>IMDi invites ten municipalities to a round (GRA-1).</summary>
internal static class OpenRound
{
    private const int LongestName = 200;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/rounds", Handle)
            .RequireScope("grants.write")
            .Allows("GRA-1", Case.None, Role.Imdi)
            .WithSummary("Opens a round and invites the municipalities");

    private static async Task<Results<Created<RoundView>, ProblemHttpResult>> Handle(
        NewRound request,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var openedOn = request.OpenedOn ?? clock.Today();
        var count = (int)await db.PolicyAsync(GrantsPolicy.Invited, openedOn, cancellation);
        var errors = new FieldErrors()
            .Require(request.Name is { Length: > 0 and <= LongestName }, "/name", "GRA-1", "Is 1 to 200 characters.")
            .Require(openedOn <= clock.Today(), "/openedOn", "GRA-1", "Is in the future.");
        Check(request.Invited ?? [], count, errors);
        if (errors.Any)
        {
            return errors.Problem();
        }

        var round = new Round
        {
            Name = request.Name!,
            OpenedOn = openedOn,
            InterestBy = await DayAsync(GrantsPolicy.InterestBy),
            DecideBy = await DayAsync(GrantsPolicy.DecideBy),
            DescribeBy = await DayAsync(GrantsPolicy.DescribeBy),
            BasicsBy = await DayAsync(GrantsPolicy.BasicsBy),
            CompleteBy = await DayAsync(GrantsPolicy.CompleteBy),
            PeriodTo = await DayAsync(GrantsPolicy.PeriodTo),
            Hosts = (int)await db.PolicyAsync(GrantsPolicy.Hosts, openedOn, cancellation),
            OpenedBy = caller.Organisation,
            Client = caller.Client,
            Invited =
            [
                .. request.Invited!.Select(i => new Invitation
                {
                    Municipality = i!.Municipality!,
                    Organisation = i.Organisation!,
                }),
            ],
        };
        db.Add(round);
        await bus.Publish(new RoundOpened(round.Id, round.InterestBy, round.DecideBy), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/grants/v1/rounds/{round.Id}", RoundView.Of(round));

        async Task<DateOnly> DayAsync(PolicyKey key) =>
            openedOn.AddDays((int)await db.PolicyAsync(key, openedOn, cancellation));
    }

    private static void Check(List<Invited?> invited, int count, FieldErrors errors)
    {
        errors
            .Require(invited.Count == count, "/invited", "GRA-1", $"Names {count} municipalities.")
            .Require(
                invited.DistinctBy(i => i?.Municipality).Count() == invited.Count,
                "/invited",
                "GRA-1",
                "Names each municipality once."
            )
            .Require(
                invited.DistinctBy(i => i?.Organisation).Count() == invited.Count,
                "/invited",
                "GRA-1",
                "Names each organisation once."
            );
        foreach (var (i, invitation) in invited.Index())
        {
            errors
                .Require(
                    invitation?.Municipality is { } number && MunicipalityRegister.Find(number) is not null,
                    $"/invited/{i}/municipality",
                    "GRA-1",
                    "Is the number of a municipality of 2024, four characters."
                )
                .Require(
                    OrganisationNumber.IsValid(invitation?.Organisation),
                    $"/invited/{i}/organisation",
                    "GRA-1",
                    "Is an organisation number."
                );
        }
    }
}

/// <summary>A round to open.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="OpenedOn">The day of the invitation; today when left out.</param>
/// <param name="Invited">The municipalities, each with the organisation that answers for it.</param>
public sealed record NewRound(string? Name = null, DateOnly? OpenedOn = null, List<Invited?>? Invited = null);

/// <summary>An invited municipality.</summary>
/// <param name="Municipality">Its number, four characters.</param>
/// <param name="Organisation">Its organisation number: only this organisation may answer.</param>
public sealed record Invited(string? Municipality = null, string? Organisation = null);
