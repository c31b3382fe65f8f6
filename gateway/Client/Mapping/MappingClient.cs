namespace IntegrationPlatform.Client;

/// <summary>The operations of the Mapping service.</summary>
public sealed class MappingClient
{
    private readonly Call _call;

    internal MappingClient(Call call) => _call = call;

    /// <summary>Lists policy, oldest first; scope <c>imdi:integrering/mapping.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<PolicyValue>> ListMappingPoliciesAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/mapping/v1/policies", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListPolicyValue,
            cancellation
        );

    /// <summary>Adds a value of a figure from a day on; scope <c>imdi:integrering/mapping.policy</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<PolicyValue> AddMappingPolicyAsync(
        PolicyValue request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/mapping/v1/policies"),
            Body.Of(request, ClientJson.Default.PolicyValue),
            ClientJson.Default.PolicyValue,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Registers an arrival; scope <c>imdi:integrering/mapping.write</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Registered> RegisterArrivalAsync(
        Arrival request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/mapping/v1/residents"),
            Body.Of(request, ClientJson.Default.Arrival),
            ClientJson.Default.Registered,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads a resident; scope <c>imdi:integrering/mapping.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<ResidentView> ReadResidentAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/mapping/v1/residents/{id}"), ClientJson.Default.ResidentView, cancellation);

    /// <summary>Registers a decision on a permit; scope <c>imdi:integrering/mapping.permit</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<PermitInForce> DecidePermitAsync(
        Guid id,
        Decision request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/mapping/v1/residents/{id}/permit"),
            Body.Of(request, ClientJson.Default.Decision),
            ClientJson.Default.PermitInForce,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Submits or corrects a mapping; scope <c>imdi:integrering/mapping.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Submitted> SubmitMappingAsync(
        Guid id,
        Submission request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/mapping/v1/residents/{id}/mapping"),
            Body.Of(request, ClientJson.Default.Submission),
            ClientJson.Default.Submitted,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads a mapping; scope <c>imdi:integrering/mapping.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="version">The version; the newest when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<MappingView> ReadMappingAsync(Guid id, int? version = null, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/mapping/v1/residents/{id}/mapping", ("version", version)),
            ClientJson.Default.MappingView,
            cancellation
        );

    /// <summary>Lists deadlines, in the order of registration; scope <c>imdi:integrering/mapping.read</c>.</summary>
    /// <param name="state">Only those in this state: waiting, overdue, inTime, late or lifted.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<DeadlineView>> ListDeadlinesAsync(
        string? state = null,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/mapping/v1/deadlines", ("state", state), ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListDeadlineView,
            cancellation
        );

    /// <summary>Moves the deadline of a mapping; scope <c>imdi:integrering/mapping.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<MovedDeadline> GrantExceptionAsync(
        Guid id,
        MoreTime request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/mapping/v1/residents/{id}/deadline-exception"),
            Body.Of(request, ClientJson.Default.MoreTime),
            ClientJson.Default.MovedDeadline,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Tells a resident what was done with their data in Mapping, in their language, oldest first; scope <c>imdi:integrering/mapping.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="language">The language of the sentences, such as nb, en, so or ckb; nb when left out.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<LoggedAct>> ReadMappingLogAsync(
        Guid id,
        string? language = null,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/mapping/v1/residents/{id}/log", ("language", language), ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListLoggedAct,
            cancellation
        );

    /// <summary>Takes out everything that Mapping holds on a resident; scope <c>imdi:integrering/mapping.export</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<MappingExport> ExportFromMappingAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/mapping/v1/residents/{id}/export"),
            ClientJson.Default.MappingExport,
            cancellation
        );

    /// <summary>Erases a resident's personal data for ever; scope <c>imdi:integrering/mapping.permit</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task EraseResidentAsync(Guid id, string? idempotencyKey = null, CancellationToken cancellation = default) =>
        _call.PostAsync(Address.Of($"/mapping/v1/residents/{id}/erasure"), null, idempotencyKey, null, cancellation);

    /// <summary>Lists the languages of the form; scope <c>imdi:integrering/mapping.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<Language>> ListLanguagesAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/mapping/v1/languages", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListLanguage,
            cancellation
        );
}
