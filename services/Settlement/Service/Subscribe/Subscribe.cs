using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Feeds;
using IntegrationPlatform.Settlement.Subscriptions;
using IntegrationPlatform.Settlement.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Subscribe;

/// <summary>An organisation has itself told by webhook what happens in its cases; it has one subscription, and sees no other.</summary>
internal static class Subscribe
{
    private const string Path = "/subscription";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet(Path, Show)
            .WithName("showSubscription")
            .RequireScope("settlement.read")
            .Allows("SET-3", Case.Own)
            .WithSummary("Shows the caller's subscription and how it stands");
        v1.MapPut(Path, Put)
            .WithName("subscribe")
            .RequireScope("settlement.write")
            .Allows("SET-3", Case.Own)
            .WithSummary(
                "Names the caller's webhook, for the first time or anew: it is asked for leave before it is sent events"
            );
        v1.MapDelete(Path, End)
            .WithName("unsubscribe")
            .RequireScope("settlement.write")
            .Allows("SET-3", Case.Own)
            .WithSummary("Ends the caller's subscription: nothing more is sent");
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> Show(
        SettlementDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var own = await db
            .Subscriptions.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Organisation == caller.Organisation, cancellation);
        return own is null ? Refusals.NoSubscription.With() : TypedResults.Ok(SubscriptionView.Of(own));
    }

    private static async Task<Results<Ok<SubscriptionView>, ProblemHttpResult>> Put(
        SubscriptionRequest request,
        SettlementDb db,
        Caller caller,
        SectionSeal seal,
        SubscriptionSettings settings,
        CancellationToken cancellation
    )
    {
        var errors = new FieldErrors()
            .Require(
                ReceiverUrl.MayBe(request.Url, settings.AllowPrivateAddresses),
                "/url",
                "SET-3",
                "Is not an https address on the internet, of 2000 characters at most, without user information and fragment."
            )
            .Require(
                WebhookSignature.IsSecret(request.Secret),
                "/secret",
                "SET-3",
                "Is not whsec_ and the base64 of 24 to 64 bytes."
            );
        if (errors.Any)
        {
            return errors.Problem();
        }

        // Two first ones at once: the second one finds the first.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({caller.Organisation}, 0))",
            cancellation
        );
        var own =
            await db.Subscriptions.LockAsync(caller.Organisation, cancellation)
            ?? db.Add(Subscription.From(caller.Organisation, await NowAsync(db, cancellation))).Entity;
        own.PointTo(request.Url, seal.Seal(request.Secret), TimeProvider.System.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(SubscriptionView.Of(own));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(
        SettlementDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.Subscriptions.LockAsync(caller.Organisation, cancellation) is not { } own)
        {
            return Refusals.NoSubscription.With();
        }

        db.Remove(own);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    // What commits from now on follows this place.
    private static async Task<FeedCursor> NowAsync(SettlementDb db, CancellationToken cancellation) =>
        new(
            await db
                .Database.SqlQuery<long>($"select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as \"Value\"")
                .SingleAsync(cancellation),
            Guid.Empty
        );
}

/// <summary>A webhook.</summary>
/// <param name="Url">Where events are posted: an https address on the internet, of 2000 characters at most.</param>
/// <param name="Secret">
/// What events are signed with (Standard Webhooks): <c>whsec_</c> and the base64 of 24 to 64 random bytes. It is never shown again.
/// </param>
public sealed record SubscriptionRequest(string Url, string Secret);

/// <summary>A subscription and how it stands; times are real time.</summary>
/// <param name="Url">Where events are posted.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AllowedRate">Events a minute that the address allows; null for any number, and while it has not agreed.</param>
/// <param name="ConfirmedAt">When the address agreed; null while it has not.</param>
/// <param name="LastDeliveredAt">When it last took an event.</param>
/// <param name="Tries">Calls that failed since the last one that did not.</param>
/// <param name="NextAttemptAt">When it is called next, if there is something to say; null when it is not.</param>
/// <param name="LastAttempt">The last call; null when there was none.</param>
/// <param name="Next">Up to where it took its events: send it as <c>after</c> to read the rest from the feed.</param>
public sealed record SubscriptionView(
    string Url,
    SubscriptionState State,
    int? AllowedRate,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? LastDeliveredAt,
    int Tries,
    DateTimeOffset? NextAttemptAt,
    LastAttempt? LastAttempt,
    string Next
)
{
    internal static SubscriptionView Of(Subscription s) =>
        new(
            s.Url,
            s.State,
            s.AllowedRate,
            s.ConfirmedAt,
            s.LastDeliveredAt,
            s.Tries,
            s.State is SubscriptionState.Confirming or SubscriptionState.Active ? s.NextAttemptAt : null,
            s is { LastAttemptAt: { } at, LastOutcome: { } outcome }
                ? new LastAttempt(at, outcome, s.LastStatus)
                : null,
            s.Place.ToString()
        );
}

/// <summary>The last call of a webhook: while it is confirmed the question for leave, later an event.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Status">The status of the answer, if there was one.</param>
public sealed record LastAttempt(DateTimeOffset At, AttemptOutcome Outcome, int? Status);
