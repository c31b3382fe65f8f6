using System.Text.Json;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Settlement.Subscriptions;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Contract;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>The service's API document: it is the one in docs/api, and its examples work as they stand.</summary>
public sealed class ExampleTests(SettlementFixture service) : IClassFixture<SettlementFixture>
{
    private const string Example = "01991f3a-5c00-7000-8000-0000000000";
    private readonly HttpClient _imdi = service.As(
        SettlementFixture.Imdi,
        "settlement.read",
        "settlement.write",
        "settlement.transfer",
        "settlement.policy"
    );
    private readonly HttpClient _centre = service.As(ExampleCase.Centre, "settlement.read", "settlement.write");
    private readonly HttpClient _municipality = service.As(
        ExampleCase.SettlementMunicipality,
        "settlement.read",
        "settlement.write",
        "settlement.export"
    );

    [Fact]
    public Task The_document_is_the_committed_one() => DocumentSnapshot.Holds("settlement", service.Anonymous());

    [Fact]
    public async Task Every_example_is_answered_as_documented()
    {
        var examples = await ExampleBook.Open("Settlement", service.Anonymous());
        await service.Publish(ExampleCase.Established);
        await Arrives(ExampleCase.Household, ExampleCase.Resident);
        await service.Publish(
            new ElementCompleted(
                ExampleCase.Resident,
                ExampleCase.Cluster,
                IntroductionElements.ParentalGuidance,
                new DateOnly(2024, 3, 1)
            )
        );

        await examples.Play("askMunicipality", _imdi);
        await examples.Play("listYearlyRequests", _imdi);
        await examples.Play("recommendMunicipality", _centre);
        await examples.Play("requestSettlement", _imdi);
        await examples.Play("showHousehold", _centre);
        await examples.Play("listRequests", _municipality);
        await examples.Play("showRequest", _municipality);
        await Told();
        await examples.Play("readNotices", _municipality, "next");
        await examples.Play("acceptRequest", _municipality);
        await Transferred(examples);
        await examples.Play("showHandoff", _centre, "deliveredAt");
        await examples.Play("listDeliveries", _imdi, "deliveredAt", "at", "milliseconds");
        await examples.Play("showDelivery", _imdi, "deliveredAt", "at", "milliseconds");
        await examples.Play("readFeed", _imdi, "data", "next");
        await examples.Play("replayDelivery", _imdi);
        await examples.Play("sendSupplement", _centre);
        await examples.Play("proposeConversation", _municipality);
        await examples.Play("holdConversation", _municipality);
        await examples.Play("decideOmission", _municipality);
        await Subscribed(examples);
        examples.Means($"{Example}d2", await AnotherRequest());
        await examples.Play("refuseRequest", _municipality);
        examples.Means($"{Example}d3", await AnotherRequest());
        await examples.Play("withdrawRequest", _imdi);
        service.Clock.MoveTo(new DateOnly(2024, 3, 20));
        await examples.Play("startProgramme", _municipality);
        await examples.Play("reportProgrammeStarts", _imdi);
        await examples.Play("readSettlementLog", _municipality);
        await examples.Play("exportFromSettlement", _municipality, "data");
        await examples.Play("listSettlementPolicies", _imdi);
        await examples.Play("addSettlementPolicy", _imdi);

        Assert.Empty(examples.NotPlayed);
    }

    private async Task Arrives(Guid household, Guid resident)
    {
        await service.Publish(
            new ResidentArrived(
                resident,
                household,
                ExampleCase.Cluster,
                new DateOnly(2024, 1, 8),
                AgeGroup.Adult,
                PermitStatus.Granted
            )
        );
        await Eventually.Holds(
            "the household is known",
            async () =>
                (await _imdi.Get($"/settlement/v1/households/{household}")) is { IsSuccessStatusCode: true } answer
                && JsonDocument
                    .Parse(await answer.Content.ReadAsStringAsync())
                    .RootElement.GetProperty("members")
                    .GetArrayLength() == 1
        );
    }

    private async Task Transferred(ExampleBook examples)
    {
        JsonElement handoff = default;
        await Eventually.Holds(
            "the resident is transferred",
            async () =>
            {
                handoff = await _imdi.Get($"/settlement/v1/residents/{ExampleCase.Resident}/handoff").Json();
                return handoff.GetProperty("state").GetString() == "transferred";
            }
        );
        examples.Means($"{Example}d4", handoff.GetProperty("handoffId").GetString()!);
        examples.Means($"{Example}e1", handoff.GetProperty("deliveries")[0].GetProperty("id").GetString()!);
    }

    private Task Told() =>
        Eventually.Holds(
            "the municipality is told that it was asked",
            async () =>
                (await _municipality.Get("/settlement/v1/notices").Json()).GetProperty("events").GetArrayLength() == 1
        );

    // Nothing listens at the example's address: for the time being a webhook of the test stands in for it.
    private async Task Subscribed(ExampleBook examples)
    {
        await using var webhook = await Webhook.StartAsync();
        webhook.AllowedRate = "120";
        await examples.Play("subscribe", _municipality, "nextAttemptAt", "next");
        var url = await service.InDatabase(db => db.Subscriptions.Select(s => s.Url).SingleAsync());
        await service.InDatabase(db =>
            db.Subscriptions.ExecuteUpdateAsync(set =>
                set.SetProperty(s => s.Url, webhook.Url)
                    .SetProperty(s => s.State, SubscriptionState.Confirming)
                    .SetProperty(s => s.Tries, 0)
                    .SetProperty(s => s.NextAttemptAt, DateTimeOffset.UtcNow)
                    .SetProperty(s => s.Lease, (Guid?)null)
                    .SetProperty(s => s.LeasedUntil, (DateTimeOffset?)null)
            )
        );
        await examples.Play("settleResident", _municipality);
        await Eventually.Holds(
            "the webhook took the event",
            () => service.InDatabase(db => db.Subscriptions.AnyAsync(s => s.LastDeliveredAt != null && s.Lease == null))
        );
        await service.InDatabase(db => db.Subscriptions.ExecuteUpdateAsync(set => set.SetProperty(s => s.Url, url)));
        await examples.Play(
            "showSubscription",
            _municipality,
            "confirmedAt",
            "lastDeliveredAt",
            "nextAttemptAt",
            "at",
            "next"
        );
        await examples.Play("unsubscribe", _municipality);
        // Who goes on from here finds one of everything.
        await examples.Play("subscribe", _municipality, "nextAttemptAt", "next");
    }

    private async Task<string> AnotherRequest()
    {
        var household = Guid.CreateVersion7();
        await Arrives(household, Guid.CreateVersion7());
        await _centre
            .Post(
                $"/settlement/v1/households/{household}/recommendation",
                new
                {
                    municipality = "5001",
                    municipalityType = "education",
                    grounds = "education",
                }
            )
            .Json();
        var request = await _imdi
            .Post($"/settlement/v1/households/{household}/requests", new { municipality = "5001" })
            .Json();
        return request.GetProperty("id").GetString()!;
    }
}
