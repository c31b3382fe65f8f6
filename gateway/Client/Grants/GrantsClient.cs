namespace IntegrationPlatform.Client;

/// <summary>The operations of the Grants service.</summary>
public sealed class GrantsClient
{
    private readonly Call _call;

    internal GrantsClient(Call call) => _call = call;

    /// <summary>Lists policy, oldest first; scope <c>imdi:integrering/grants.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<PolicyValue>> ListGrantsPoliciesAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/grants/v1/policies", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListPolicyValue,
            cancellation
        );

    /// <summary>Adds a value of a figure from a day on; scope <c>imdi:integrering/grants.policy</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<PolicyValue> AddGrantsPolicyAsync(
        PolicyValue request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/policies"),
            Body.Of(request, ClientJson.Default.PolicyValue),
            ClientJson.Default.PolicyValue,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Opens a round and invites the municipalities; scope <c>imdi:integrering/grants.write</c>.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<RoundView> OpenRoundAsync(
        NewRound request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/rounds"),
            Body.Of(request, ClientJson.Default.NewRound),
            ClientJson.Default.RoundView,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Lists the rounds, newest first; scope <c>imdi:integrering/grants.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<RoundView>> ListRoundsAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/grants/v1/rounds", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListRoundView,
            cancellation
        );

    /// <summary>Reads a round and its interests; scope <c>imdi:integrering/grants.read</c>.</summary>
    /// <param name="id">The round's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<RoundDetails> ReadRoundAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(Address.Of($"/grants/v1/rounds/{id}"), ClientJson.Default.RoundDetails, cancellation);

    /// <summary>Reads who hears the outcome from which directorate; scope <c>imdi:integrering/grants.read</c>.</summary>
    /// <param name="id">The round's id.</param>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<Notification>> ReadNotificationsAsync(
        Guid id,
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/grants/v1/rounds/{id}/notifications", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListNotification,
            cancellation
        );

    /// <summary>Sends or replaces the municipality's expression of interest; scope <c>imdi:integrering/grants.write</c>.</summary>
    /// <param name="id">The round's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<InterestSent> SendInterestAsync(
        Guid id,
        InterestRequest request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/rounds/{id}/interests"),
            Body.Of(request, ClientJson.Default.InterestRequest),
            ClientJson.Default.InterestSent,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Assesses an expression of interest; scope <c>imdi:integrering/grants.write</c>.</summary>
    /// <param name="id">The round's id.</param>
    /// <param name="interestId">The interest's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Assessed> AssessInterestAsync(
        Guid id,
        Guid interestId,
        Marks request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/rounds/{id}/interests/{interestId}/assessment"),
            Body.Of(request, ClientJson.Default.Marks),
            ClientJson.Default.Assessed,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Ranks every portfolio of hosts with the reasons; scope <c>imdi:integrering/grants.read</c>.</summary>
    /// <param name="id">The round's id.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<RankedPortfolios> RankPortfoliosAsync(Guid id, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/grants/v1/rounds/{id}/portfolios"),
            ClientJson.Default.RankedPortfolios,
            cancellation
        );

    /// <summary>Chooses the hosts and establishes their clusters; scope <c>imdi:integrering/grants.write</c>.</summary>
    /// <param name="id">The round's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Decided> DecideHostsAsync(
        Guid id,
        Choice request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/rounds/{id}/decision"),
            Body.Of(request, ClientJson.Default.Choice),
            ClientJson.Default.Decided,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Lists clusters, by municipality; scope <c>imdi:integrering/grants.read</c>.</summary>
    /// <param name="limit">How many items at most, 1 to 500; 200 when left out.</param>
    /// <param name="cursor">Where the page begins: <see cref="Page{T}.Next"/> of the page before.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Page<ClusterView>> ReadClustersAsync(
        int? limit = null,
        string? cursor = null,
        CancellationToken cancellation = default
    ) =>
        _call.PageAsync(
            Address.Of($"/grants/v1/clusters", ("limit", limit), ("cursor", cursor)),
            ClientJson.Default.IReadOnlyListClusterView,
            cancellation
        );

    /// <summary>Reverses the choice of a cluster; scope <c>imdi:integrering/grants.write</c>.</summary>
    /// <param name="id">The cluster's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Revoked> RevokeClusterAsync(
        Guid id,
        Reversal request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/clusters/{id}/revocation"),
            Body.Of(request, ClientJson.Default.Reversal),
            ClientJson.Default.Revoked,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Distributes a line among the clusters by number of residents; scope <c>imdi:integrering/grants.write</c>.</summary>
    /// <param name="year">The appropriation's year.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Distributed> DistributeAsync(
        int year,
        Distribution request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/appropriations/{year}/distributions"),
            Body.Of(request, ClientJson.Default.Distribution),
            ClientJson.Default.Distributed,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Reads a year's lines, allocations and ledger; scope <c>imdi:integrering/grants.read</c>.</summary>
    /// <param name="year">The appropriation's year.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<AppropriationView> ReadAppropriationAsync(int year, CancellationToken cancellation = default) =>
        _call.GetAsync(
            Address.Of($"/grants/v1/appropriations/{year}"),
            ClientJson.Default.AppropriationView,
            cancellation
        );

    /// <summary>Approves the payment of an allocation; scope <c>imdi:integrering/grants.write</c>.</summary>
    /// <param name="id">The allocation's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Approved> ApprovePaymentAsync(
        Guid id,
        ApprovalRequest request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/allocations/{id}/approvals"),
            Body.Of(request, ClientJson.Default.ApprovalRequest),
            ClientJson.Default.Approved,
            idempotencyKey,
            null,
            cancellation
        );

    /// <summary>Takes an allocation back that is not ordered to be paid; scope <c>imdi:integrering/grants.write</c>.</summary>
    /// <param name="id">The allocation's id.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="idempotencyKey">A key of your own; a new one when left out.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <exception cref="ProblemException">It is refused.</exception>
    public Task<Withdrawn> WithdrawAllocationAsync(
        Guid id,
        Withdrawal request,
        string? idempotencyKey = null,
        CancellationToken cancellation = default
    ) =>
        _call.PostAsync(
            Address.Of($"/grants/v1/allocations/{id}/withdrawal"),
            Body.Of(request, ClientJson.Default.Withdrawal),
            ClientJson.Default.Withdrawn,
            idempotencyKey,
            null,
            cancellation
        );
}
