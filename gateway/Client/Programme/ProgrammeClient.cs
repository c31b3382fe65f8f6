namespace IntegrationPlatform.Client;

/// <summary>The operations of the Programme service.</summary>
public sealed class ProgrammeClient
{
    private readonly Call _call;

    internal ProgrammeClient(Call call) => _call = call;

    /// <summary>Lists policy, oldest first; scope <c>imdi:integrering/programme.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<PolicyValue>> ListProgrammePoliciesAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/programme/v1/policies", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListPolicyValue,
            cancellation
        );

    /// <summary>Adds a value of a figure from a day on; scope <c>imdi:integrering/programme.policy</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<PolicyValue> AddProgrammePolicyAsync(
        PolicyValue request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/programme/v1/policies"),
            Body.Of(request, ClientJson.Default.PolicyValue),
            ClientJson.Default.PolicyValue,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads a resident's enrolment; scope <c>imdi:integrering/programme.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<EnrolmentStatus> ReadEnrolmentAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/programme/v1/residents/{id}/enrolment"),
            ClientJson.Default.EnrolmentStatus,
            cancellation
        );

    /// <summary>Records a resident's commitment; scope <c>imdi:integrering/programme.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task RecordCommitmentAsync(
        Guid id,
        CommitmentMade request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/programme/v1/residents/{id}/commitment"),
            Body.Of(request, ClientJson.Default.CommitmentMade),
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Records NAV's assessment of need; scope <c>imdi:integrering/programme.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task RecordNavAssessmentAsync(
        Guid id,
        Assessment request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/programme/v1/residents/{id}/nav-assessment"),
            Body.Of(request, ClientJson.Default.Assessment),
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Drafts the next version of a resident's plan; scope <c>imdi:integrering/programme.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Drafted> DraftPlanAsync(
        Guid id,
        PlanDraft request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/programme/v1/residents/{id}/plans"),
            Body.Of(request, ClientJson.Default.PlanDraft),
            ClientJson.Default.Drafted,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads all versions of a resident's plan, newest first; scope <c>imdi:integrering/programme.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<PlanVersion>> ReadPlansAsync(
        Guid id,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/programme/v1/residents/{id}/plans", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListPlanVersion,
            cancellation
        );

    /// <summary>Records that the resident or the host municipality agrees a plan; scope <c>imdi:integrering/programme.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="version">The plan's version.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Agreed> AgreePlanAsync(
        Guid id,
        int version,
        Agreement request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/programme/v1/residents/{id}/plans/{version}/agreements"),
            Body.Of(request, ClientJson.Default.Agreement),
            ClientJson.Default.Agreed,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Records a completed element of the introduction programme; scope <c>imdi:integrering/programme.write</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task CompleteElementAsync(
        Guid id,
        Completion request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/programme/v1/residents/{id}/elements"),
            Body.Of(request, ClientJson.Default.Completion),
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads a resident's completed elements, oldest first; scope <c>imdi:integrering/programme.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<Recorded>> ReadElementsAsync(
        Guid id,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/programme/v1/residents/{id}/elements", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListRecorded,
            cancellation
        );

    /// <summary>Tells a resident what was done with their data in Programme, in their language, oldest first; scope <c>imdi:integrering/programme.read</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="language">The language of the sentences, such as nb, en, so or ckb; nb when left out.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<LoggedAct>> ReadProgrammeLogAsync(
        Guid id,
        string? language = null,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of(
                $"/programme/v1/residents/{id}/log",
                ("language", language),
                ("limit", limit),
                ("cursor", cursor)
            ),
            ClientJson.Default.IReadOnlyListLoggedAct,
            cancellation
        );

    /// <summary>Takes out everything that Programme holds on a resident; scope <c>imdi:integrering/programme.export</c>.</summary>
    /// <param name="id">The resident's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<ProgrammeExport> ExportFromProgrammeAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/programme/v1/residents/{id}/export"),
            ClientJson.Default.ProgrammeExport,
            cancellation
        );
}
