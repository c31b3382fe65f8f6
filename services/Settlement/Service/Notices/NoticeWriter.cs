using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Handoffs;
using MassTransit;

namespace IntegrationPlatform.Settlement.Notices;

/// <summary>
/// Tells the organisations that an event concerns, each once: a municipality that it was asked, whoever asked how it ended,
/// the parties of a resident's case how it goes on.
/// </summary>
public sealed class NoticeWriter(SettlementDb db, Directorates directorates, TimeProvider clock)
    : IConsumer<SettlementRequested>,
        IConsumer<SettlementRequestEnded>,
        IConsumer<ResidentTransferred>,
        IConsumer<ResidentSettled>,
        IConsumer<IntroductionProgrammeStarted>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<SettlementRequested> context)
    {
        var (id, _, _, municipality, answerBy) = context.Message;
        if (await db.Requests.FindAsync([id], context.CancellationToken) is { } request)
        {
            Tell(
                [(request.Organisation, null)],
                NoticeTypes.SettlementRequested,
                id,
                new RequestedData(id, municipality, answerBy)
            );
        }
    }

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<SettlementRequestEnded> context)
    {
        var (id, _, _, municipality, outcome, endedOn) = context.Message;
        if (await db.Requests.FindAsync([id], context.CancellationToken) is { } request)
        {
            Tell(
                [(request.Organisation, null), (directorates.Imdi, null)],
                NoticeTypes.SettlementRequestEnded,
                id,
                new RequestEndedData(id, municipality, outcome, endedOn)
            );
        }
    }

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentTransferred> context)
    {
        var (id, _, municipality, on) = context.Message;
        if (await HandoffAsync(id, context.CancellationToken) is { } handoff)
        {
            Tell(
                [(handoff.Organisation, null), .. await ClusterAsync(handoff, context.CancellationToken)],
                NoticeTypes.ResidentTransferred,
                id,
                new TransferredData(id, handoff.RequestId, municipality, on)
            );
        }
    }

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentSettled> context)
    {
        var (id, _, municipality, on) = context.Message;
        if (await HandoffAsync(id, context.CancellationToken) is { } handoff)
        {
            Tell(
                [(handoff.Organisation, null), .. await ClusterAsync(handoff, context.CancellationToken)],
                NoticeTypes.ResidentSettled,
                id,
                new SettledData(id, handoff.RequestId, municipality, on)
            );
        }
    }

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<IntroductionProgrammeStarted> context)
    {
        var (id, _, municipality, on, start) = context.Message;
        if (await HandoffAsync(id, context.CancellationToken) is { } handoff)
        {
            Tell(
                [(directorates.Imdi, null), .. await ClusterAsync(handoff, context.CancellationToken)],
                NoticeTypes.IntroductionProgrammeStarted,
                id,
                new ProgrammeStartedData(id, handoff.RequestId, municipality, on, start)
            );
        }
    }

    // Locked, as an erasure has it: what is written here before that is removed there.
    private async Task<Handoff?> HandoffAsync(Guid residentId, CancellationToken cancellation) =>
        await db.Handoffs.LockOfAsync(residentId, cancellation) is { Erased: false } handoff ? handoff : null;

    private async Task<IEnumerable<(string Organisation, Guid? ClusterId)>> ClusterAsync(
        Handoff handoff,
        CancellationToken cancellation
    ) =>
        await db.Clusters.FindAsync([handoff.ClusterId], cancellation) is { RevokedOn: null } cluster
            ? [(cluster.CentreOrganisation, cluster.Id), (cluster.HostMunicipalityOrganisation, cluster.Id)]
            : [];

    // Who has several parts is told in the first of them.
    private void Tell(
        IEnumerable<(string Organisation, Guid? ClusterId)> audience,
        string type,
        Guid subject,
        object data
    ) =>
        db.AddRange(
            audience
                .DistinctBy(one => one.Organisation, StringComparer.Ordinal)
                .Select(one => Notice.To(one.Organisation, one.ClusterId, type, subject, data, clock.GetUtcNow()))
        );
}
