using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Rounds;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.SendInterest;

/// <summary>An invited municipality expresses its interest; before the deadline it can replace it (GRA-1, GRA-2).</summary>
internal static class SendInterest
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/rounds/{id:guid}/interests", Handle)
            .RequireScope("grants.write")
            .Allows("GRA-1", Case.Round, Role.InvitedMunicipality)
            .WithSummary("Sends or replaces the municipality's expression of interest");

    private static async Task<Results<Created<InterestSent>, ProblemHttpResult>> Handle(
        Guid id,
        InterestRequest request,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        // Locked: two versions sent at once get two numbers, and none slips past a decision.
        var round = await db.Rounds.FindLocked(id, cancellation);
        if (round is null || !round.Invites(caller))
        {
            return Refusals.UnknownRound.With();
        }

        var invitation = round.InvitationOf(request.Municipality);
        if (invitation is null || invitation.Organisation != caller.Organisation)
        {
            return new FieldErrors()
                .Require(false, "/municipality", "GRA-1", "Is not the municipality that you were invited for.")
                .Problem();
        }

        if (!round.TakesInterests(clock.Today()))
        {
            return Refusals.InterestTooLate.With($"It was {round.InterestBy:yyyy-MM-dd}.");
        }

        var errors = InterestIsComplete.Check(request);
        CheckParties(request, invitation, clock.Today(), errors);
        if (errors.Any)
        {
            return errors.Problem();
        }

        var earlier = await db
            .Interests.Where(i => i.RoundId == id && i.Municipality == invitation.Municipality)
            .OrderByDescending(i => i.Version)
            .FirstOrDefaultAsync(cancellation);
        if (earlier is not null)
        {
            earlier.Superseded = true;
        }

        var interest = Compose(request, invitation, (earlier?.Version ?? 0) + 1, clock.Today(), caller);
        db.Add(interest);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created(
            $"/grants/v1/rounds/{id}",
            new InterestSent(interest.Id, interest.Version, interest.PoliticalReservation)
        );
    }

    private static void CheckParties(InterestRequest request, Invitation invitation, DateOnly today, FieldErrors errors)
    {
        if (request.Centre?.Organisation is not { } centre || request.CareerCentre?.Organisation is not { } career)
        {
            return;
        }

        errors
            .Require(
                centre != invitation.Organisation || request.Centre.Operator == OperatorKind.Municipal,
                "/centre/organisation",
                "GRA-2",
                "Is the municipality's only where the operator is municipal."
            )
            .Require(
                career != invitation.Organisation && career != centre,
                "/careerCentre/organisation",
                "GRA-2",
                "Is an organisation of its own: the county's."
            );
        InterestIsComplete.CheckLetter(
            request.LetterOfIntent,
            [invitation.Organisation, centre, career],
            today,
            errors
        );
    }

    private static Interest Compose(
        InterestRequest request,
        Invitation invitation,
        int version,
        DateOnly today,
        Caller caller
    ) =>
        new()
        {
            RoundId = invitation.RoundId,
            Municipality = invitation.Municipality,
            Organisation = invitation.Organisation,
            Version = version,
            SentOn = today,
            Client = caller.Client,
            Centre = new Centre
            {
                Organisation = request.Centre!.Organisation!,
                Name = request.Centre.Name!,
                Operator = request.Centre.Operator!.Value,
                WholeCentre = request.Centre.WholeCentre!.Value,
                Places = request.Centre.Places!.Value,
                Residents = request.Centre.Residents!.Value,
            },
            CareerCentre = new CareerCentre
            {
                Organisation = request.CareerCentre!.Organisation!,
                Establishment = request.CareerCentre.Establishment!,
                Location = request.CareerCentre.Location!,
                Staffing = request.CareerCentre.Staffing!,
                Competence = request.CareerCentre.Competence!,
                Offers = request.CareerCentre.Offers!,
                Experience = request.CareerCentre.Experience!,
                Capacity = request.CareerCentre.Capacity!.Value,
            },
            NavOffice = request.NavOffice,
            Ambition = request.Ambition!,
            PoliticalReservation = request.PoliticalReservation!.Value,
            LetterOfIntent = new LetterOfIntent
            {
                Signatures =
                [
                    .. request.LetterOfIntent!.Signatures!.Select(s => new Signature
                    {
                        Organisation = s!.Organisation!,
                        SignedOn = s.SignedOn!.Value,
                    }),
                ],
            },
        };
}

/// <summary>The interest was taken in.</summary>
/// <param name="Id">The id of this version, by which it is assessed and chosen.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="PoliticalReservation">Noted with a reservation for political treatment (GRA-4).</param>
public sealed record InterestSent(Guid Id, int Version, bool PoliticalReservation);
