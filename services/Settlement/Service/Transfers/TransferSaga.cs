using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Contracts;
using MassTransit;

namespace IntegrationPlatform.Settlement.Transfers;

/// <summary>
/// Collects a resident's sections from Mapping, Guidance and Programme, has the event composed and waits for IMDinett's
/// receipt (SET-4). Answers come in any order and repeatedly; missing ones are asked for again.
/// </summary>
public sealed class TransferSaga : MassTransitStateMachine<Transfer>
{
    /// <summary>Makes the machine.</summary>
    public TransferSaga()
    {
        InstanceState(transfer => transfer.CurrentState);
        Event(() => Started, on => on.CorrelateById(c => c.Message.HandoffId));
        Event(() => CompetenceAnswered, on => on.CorrelateById(c => c.Message.HandoffId));
        Event(() => NoteAnswered, on => on.CorrelateById(c => c.Message.HandoffId));
        Event(() => ProgrammeAnswered, on => on.CorrelateById(c => c.Message.HandoffId));
        Event(() => Received, on => on.CorrelateById(c => c.Message.HandoffId));
        Schedule(
            () => Answers,
            transfer => transfer.AskAgainToken,
            answers =>
            {
                answers.DelayProvider = transfer => AskAgain.After(transfer.Saga.Asked);
                answers.Received = on => on.CorrelateById(c => c.Message.HandoffId);
            }
        );

        Initially(
            When(Started)
                .Then(transfer => transfer.Saga.ResidentId = transfer.Message.ResidentId)
                .TransitionTo(Collecting)
                .ThenAsync(AskForMissing)
                .Schedule(Answers, transfer => new AskAgain(transfer.Saga.CorrelationId))
                .If(transfer => transfer.Saga.IsComplete, Compose)
        );
        foreach (var state in new[] { Initial, Collecting })
        {
            During(
                state,
                When(CompetenceAnswered).Then(TakeCompetence).If(transfer => transfer.Saga.IsComplete, Compose),
                When(NoteAnswered).Then(TakeNote).If(transfer => transfer.Saga.IsComplete, Compose),
                When(ProgrammeAnswered).Then(TakeProgramme).If(transfer => transfer.Saga.IsComplete, Compose),
                When(Received).Then(transfer => transfer.Saga.ReceivedOn ??= transfer.Message.ReceivedOn)
            );
        }

        During(
            Collecting,
            Ignore(Started),
            When(Answers!.Received)
                .ThenAsync(AskForMissing)
                .Schedule(Answers, transfer => new AskAgain(transfer.Saga.CorrelationId))
        );
        During(
            Transferring,
            When(Received)
                .Then(transfer => transfer.Saga.ReceivedOn = transfer.Message.ReceivedOn)
                .Activity(act => act.OfType<RecordReceipt<TransferReceived>>())
                .TransitionTo(Transferred)
        );
        During(Transferred, Ignore(Received));
        foreach (var state in new[] { Transferring, Transferred })
        {
            During(
                state,
                Ignore(Started),
                Ignore(CompetenceAnswered),
                Ignore(NoteAnswered),
                Ignore(ProgrammeAnswered),
                Ignore(Answers.Received)
            );
        }
    }

    /// <summary>Sections are missing.</summary>
    public State Collecting { get; private set; } = null!;

    /// <summary>The event is on its way.</summary>
    public State Transferring { get; private set; } = null!;

    /// <summary>IMDinett has it.</summary>
    public State Transferred { get; private set; } = null!;

    /// <summary>The municipality accepted.</summary>
    public Event<StartTransfer> Started { get; private set; } = null!;

    /// <summary>Mapping answered.</summary>
    public Event<CompetenceCollected> CompetenceAnswered { get; private set; } = null!;

    /// <summary>Guidance answered.</summary>
    public Event<NoteCollected> NoteAnswered { get; private set; } = null!;

    /// <summary>Programme answered.</summary>
    public Event<ProgrammeCollected> ProgrammeAnswered { get; private set; } = null!;

    /// <summary>IMDinett acknowledged the event.</summary>
    public Event<TransferReceived> Received { get; private set; } = null!;

    /// <summary>The answers should have come by now.</summary>
    public Schedule<Transfer, AskAgain> Answers { get; private set; } = null!;

    private EventActivityBinder<Transfer, T> Compose<T>(EventActivityBinder<Transfer, T> complete)
        where T : class =>
        complete
            .Unschedule(Answers)
            .Activity(act => act.OfType<ComposeTransfer<T>>())
            .TransitionTo(Transferring)
            .If(
                transfer => transfer.Saga.ReceivedOn is not null,
                received => received.Activity(act => act.OfType<RecordReceipt<T>>()).TransitionTo(Transferred)
            );

    private static async Task AskForMissing<T>(BehaviorContext<Transfer, T> transfer)
        where T : class
    {
        var saga = transfer.Saga;
        saga.Asked++;
        if (!saga.HasCompetence)
        {
            await transfer.Publish(new CollectCompetence(saga.CorrelationId, saga.ResidentId));
        }

        if (!saga.HasNote)
        {
            await transfer.Publish(new CollectNote(saga.CorrelationId, saga.ResidentId));
        }

        if (!saga.HasProgramme)
        {
            await transfer.Publish(new CollectProgramme(saga.CorrelationId, saga.ResidentId));
        }
    }

    // Of several answers the first holds: what a section says on acceptance is what is handed over.
    private static void TakeCompetence(BehaviorContext<Transfer, CompetenceCollected> answer)
    {
        if (!answer.Saga.HasCompetence)
        {
            (answer.Saga.HasCompetence, answer.Saga.Competence) = (true, answer.Message.Sealed);
        }
    }

    private static void TakeNote(BehaviorContext<Transfer, NoteCollected> answer)
    {
        if (!answer.Saga.HasNote)
        {
            (answer.Saga.HasNote, answer.Saga.Note) = (true, answer.Message.Sealed);
        }
    }

    private static void TakeProgramme(BehaviorContext<Transfer, ProgrammeCollected> answer)
    {
        if (!answer.Saga.HasProgramme)
        {
            (answer.Saga.HasProgramme, answer.Saga.Programme) = (true, answer.Message.Sealed);
        }
    }
}
