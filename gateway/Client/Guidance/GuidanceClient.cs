namespace IntegrationPlatform.Client;

/// <summary>The operations of the Guidance service.</summary>
public sealed class GuidanceClient
{
    private readonly Call _call;

    internal GuidanceClient(Call call) => _call = call;

    /// <summary>Lists policy, oldest first; scope <c>imdi:integrering/guidance.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<PolicyValue>> ListGuidancePoliciesAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/guidance/v1/policies", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListPolicyValue,
            cancellation
        );

    /// <summary>Adds a value of a figure from a day on; scope <c>imdi:integrering/guidance.policy</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<PolicyValue> AddGuidancePolicyAsync(
        PolicyValue request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/guidance/v1/policies"),
            Body.Of(request, ClientJson.Default.PolicyValue),
            ClientJson.Default.PolicyValue,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads a resident's guidance case; scope <c>imdi:integrering/guidance.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<CaseStatus> ReadCaseAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/guidance/v1/residents/{id}/case"), ClientJson.Default.CaseStatus, cancellation);

    /// <summary>Reads a career centre's places and queue, next first; scope <c>imdi:integrering/guidance.read</c>.</summary>
    /// <param name="clusterId">The cluster of the career centre.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<PlacesAndQueue> ReadQueueAsync(Guid clusterId, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/guidance/v1/queue", ("clusterId", clusterId)),
            ClientJson.Default.PlacesAndQueue,
            cancellation
        );

    /// <summary>Records a guidance session; scope <c>imdi:integrering/guidance.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<RecordedSession> RecordSessionAsync(
        Guid id,
        SessionReport request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/guidance/v1/residents/{id}/sessions"),
            Body.Of(request, ClientJson.Default.SessionReport),
            ClientJson.Default.RecordedSession,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Adds NAV's work-oriented guidance to a case; scope <c>imdi:integrering/guidance.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task AddContributionAsync(
        Guid id,
        NavGuidance request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/guidance/v1/residents/{id}/contributions"),
            Body.Of(request, ClientJson.Default.NavGuidance),
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Drafts the next version of the counsellor's note; scope <c>imdi:integrering/guidance.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<DraftedNote> DraftNoteAsync(
        Guid id,
        NoteDraft request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/guidance/v1/residents/{id}/notes"),
            Body.Of(request, ClientJson.Default.NoteDraft),
            ClientJson.Default.DraftedNote,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads the versions of the counsellor's note, newest first; scope <c>imdi:integrering/guidance.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<NoteVersion>> ReadNotesAsync(
        Guid id,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/guidance/v1/residents/{id}/notes", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListNoteVersion,
            cancellation
        );

    /// <summary>Records the resident's comment on a draft, in place of an earlier one; scope <c>imdi:integrering/guidance.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="version">The note's version.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="ifMatch">The ETag of what was read, when it is changed.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task CommentNoteAsync(
        Guid id,
        int version,
        ResidentComment request,
        string? ifMatch = null,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/guidance/v1/residents/{id}/notes/{version}/comment"),
            Body.Of(request, ClientJson.Default.ResidentComment),
            idempotencyKey,
            ifMatch,
            cancellation
        );

    /// <summary>Signs a version of the counsellor's note; scope <c>imdi:integrering/guidance.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="version">The note's version.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<SignedNote> SignNoteAsync(
        Guid id,
        int version,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/guidance/v1/residents/{id}/notes/{version}/signature"),
            null,
            ClientJson.Default.SignedNote,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads a version of the counsellor's note; its ETag is what a comment in place of another names; scope <c>imdi:integrering/guidance.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="version">The note's version.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Versioned<NoteVersion>> ReadNoteAsync(Guid id, int version, CancellationToken cancellation = default) =>
        _call.VersionedAsync(
            Address.Of($"/guidance/v1/residents/{id}/notes/{version}"),
            ClientJson.Default.NoteVersion,
            cancellation
        );

    /// <summary>Tells a resident what was done with their data in Guidance, in their language, oldest first; scope <c>imdi:integrering/guidance.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="language">The language of the sentences, such as nb, en, so or ckb; nb when left out.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<LoggedAct>> ReadGuidanceLogAsync(
        Guid id,
        string? language = null,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of(
                $"/guidance/v1/residents/{id}/log",
                ("language", language),
                ("limit", limit),
                ("cursor", cursor)
            ),
            ClientJson.Default.IReadOnlyListLoggedAct,
            cancellation
        );

    /// <summary>Takes out everything that Guidance holds on a resident; scope <c>imdi:integrering/guidance.export</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<GuidanceExport> ExportFromGuidanceAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/guidance/v1/residents/{id}/export"),
            ClientJson.Default.GuidanceExport,
            cancellation
        );
}
