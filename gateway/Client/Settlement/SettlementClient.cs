namespace IntegrationPlatform.Client;

/// <summary>The operations of the Settlement service.</summary>
public sealed class SettlementClient
{
    private readonly Call _call;

    internal SettlementClient(Call call) => _call = call;

    /// <summary>Lists policy, oldest first; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<PolicyValue>> ListSettlementPoliciesAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/settlement/v1/policies", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListPolicyValue,
            cancellation
        );

    /// <summary>Adds a value of a figure from a day on; scope <c>imdi:integrering/settlement.policy</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<PolicyValue> AddSettlementPolicyAsync(
        PolicyValue request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/policies"),
            Body.Of(request, ClientJson.Default.PolicyValue),
            ClientJson.Default.PolicyValue,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Asks a municipality to settle a number of persons in a year; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<YearlyRequest> AskMunicipalityAsync(
        YearlyAsk request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/yearly-requests"),
            Body.Of(request, ClientJson.Default.YearlyAsk),
            ClientJson.Default.YearlyRequest,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Lists what municipalities were asked for, and how much of it is accepted; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="year">Only those of this year.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<YearlyRequest>> ListYearlyRequestsAsync(
        int? year = null,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/settlement/v1/yearly-requests", ("year", year), ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListYearlyRequest,
            cancellation
        );

    /// <summary>Recommends a municipality for a household; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The household's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Recommended> RecommendMunicipalityAsync(
        Guid id,
        MunicipalityRecommendation request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/households/{id}/recommendation"),
            Body.Of(request, ClientJson.Default.MunicipalityRecommendation),
            ClientJson.Default.Recommended,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Asks a municipality to settle a household; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The household's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Requested> RequestSettlementAsync(
        Guid id,
        HouseholdRequest request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/households/{id}/requests"),
            Body.Of(request, ClientJson.Default.HouseholdRequest),
            ClientJson.Default.Requested,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Lists requests, oldest first: a municipality's open ones, for IMDi all; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<Preview>> ListRequestsAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/settlement/v1/requests", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListPreview,
            cancellation
        );

    /// <summary>Shows a request; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Preview> ShowRequestAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/settlement/v1/requests/{id}"), ClientJson.Default.Preview, cancellation);

    /// <summary>Accepts a request: the transfer of every member starts; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Accepted> AcceptRequestAsync(
        Guid id,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/requests/{id}/acceptance"),
            null,
            ClientJson.Default.Accepted,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Refuses a request; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task RefuseRequestAsync(
        Guid id,
        Refusal request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/requests/{id}/refusal"),
            Body.Of(request, ClientJson.Default.Refusal),
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Withdraws a request; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task WithdrawRequestAsync(
        Guid id,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/requests/{id}/withdrawal"),
            null,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Shows a household: members, recommendation, requests; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="id">The household's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<HouseholdCase> ShowHouseholdAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/settlement/v1/households/{id}"), ClientJson.Default.HouseholdCase, cancellation);

    /// <summary>Shows where a resident's settlement stands; its ETag is what a decision in place of another names; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Versioned<ResidentHandoff>> ShowHandoffAsync(Guid id, CancellationToken cancellation = default) =>
        _call.VersionedAsync(
            Address.Of($"/settlement/v1/residents/{id}/handoff"),
            ClientJson.Default.ResidentHandoff,
            cancellation
        );

    /// <summary>Proposes times and an agenda for the transfer conversation; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<ConversationProposals> ProposeConversationAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/settlement/v1/residents/{id}/conversation-proposals"),
            ClientJson.Default.ConversationProposals,
            cancellation
        );

    /// <summary>Records the transfer conversation; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task HoldConversationAsync(
        Guid id,
        Conversation request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/residents/{id}/conversation"),
            Body.Of(request, ClientJson.Default.Conversation),
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Sends supplementary information to the settlement municipality; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<SupplementQueued> SendSupplementAsync(
        Guid id,
        Supplement request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/residents/{id}/supplements"),
            Body.Of(request, ClientJson.Default.Supplement),
            ClientJson.Default.SupplementQueued,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Records that a resident settled in the municipality; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Settled> SettleResidentAsync(
        Guid id,
        Settling request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/residents/{id}/settlement"),
            Body.Of(request, ClientJson.Default.Settling),
            ClientJson.Default.Settled,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Records whether a completed element is left out of the introduction programme, in place of an earlier decision; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="ifMatch">The ETag of what was read, when it is changed.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task DecideOmissionAsync(
        Guid id,
        Omission request,
        string? idempotencyKey = null,
        string? ifMatch = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/residents/{id}/omissions"),
            Body.Of(request, ClientJson.Default.Omission),
            idempotencyKey,
            ifMatch,
            cancellation
        );

    /// <summary>Records the start of the introduction programme; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Started> StartProgrammeAsync(
        Guid id,
        Starting request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/settlement/v1/residents/{id}/programme-start"),
            Body.Of(request, ClientJson.Default.Starting),
            ClientJson.Default.Started,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reports programme starts per cluster and municipality; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<Continuity>> ReportProgrammeStartsAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/settlement/v1/programme-starts", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListContinuity,
            cancellation
        );

    /// <summary>Lists events to IMDinett, oldest first; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="state">Only those in this state: pending, delivered, parked or cancelled.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<DeliveryPage> ListDeliveriesAsync(
        string? state = null,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.GetAsync(
            Address.Of($"/settlement/v1/deliveries", ("state", state), ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.DeliveryPage,
            cancellation
        );

    /// <summary>Shows an event's delivery with every attempt; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="id">The delivery's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<DeliveryRow> ShowDeliveryAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/settlement/v1/deliveries/{id}"), ClientJson.Default.DeliveryRow, cancellation);

    /// <summary>Sends an event to IMDinett once more; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="id">The delivery's id.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task ReplayDeliveryAsync(Guid id, string? idempotencyKey = null, CancellationToken cancellation = default) =>
        _call.PostAsync(Address.Of($"/settlement/v1/deliveries/{id}/replay"), null, idempotencyKey, null, cancellation);

    /// <summary>Reads the events to IMDinett from a cursor on; scope <c>imdi:integrering/settlement.transfer</c>.</summary>
    /// <param name="after">The after.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Feed> ReadFeedAsync(string? after = null, CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/settlement/v1/feed", ("after", after)), ClientJson.Default.Feed, cancellation);

    /// <summary>Reads what happened in the caller's cases, oldest first, from a cursor on; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="after">The cursor to read on from: next of the page before, or of the subscription.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Feed> ReadNoticesAsync(string? after = null, CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/settlement/v1/notices", ("after", after)), ClientJson.Default.Feed, cancellation);

    /// <summary>Shows the caller's subscription and how it stands; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<SubscriptionView> ShowSubscriptionAsync(CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/settlement/v1/subscription"), ClientJson.Default.SubscriptionView, cancellation);

    /// <summary>Names the caller's webhook, for the first time or anew; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<SubscriptionView> SubscribeAsync(
        SubscriptionRequest request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PutAsync(
            Address.Of($"/settlement/v1/subscription"),
            Body.Of(request, ClientJson.Default.SubscriptionRequest),
            ClientJson.Default.SubscriptionView,
            idempotencyKey,
            cancellation
        );

    /// <summary>Ends the caller's subscription: nothing more is sent; scope <c>imdi:integrering/settlement.write</c>.</summary>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task UnsubscribeAsync(string? idempotencyKey = null, CancellationToken cancellation = default) =>
        _call.DeleteAsync(Address.Of($"/settlement/v1/subscription"), idempotencyKey, cancellation);

    /// <summary>Tells a resident what was done with their data in Settlement, in their language, oldest first; scope <c>imdi:integrering/settlement.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="language">The language of the sentences, such as nb, en, so or ckb; nb when left out.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<LoggedAct>> ReadSettlementLogAsync(
        Guid id,
        string? language = null,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of(
                $"/settlement/v1/residents/{id}/log",
                ("language", language),
                ("limit", limit),
                ("cursor", cursor)
            ),
            ClientJson.Default.IReadOnlyListLoggedAct,
            cancellation
        );

    /// <summary>Takes out everything that Settlement holds on a resident; scope <c>imdi:integrering/settlement.export</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<SettlementExport> ExportFromSettlementAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/settlement/v1/residents/{id}/export"),
            ClientJson.Default.SettlementExport,
            cancellation
        );
}
