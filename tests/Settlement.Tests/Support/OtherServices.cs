using System.Collections.Concurrent;
using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Contracts;
using MassTransit;

namespace IntegrationPlatform.Settlement.Tests.Support;

/// <summary>Plays Mapping, Guidance and Programme as far as a transfer asks them.</summary>
public sealed class OtherServices(SectionSeal seal)
{
    /// <summary>What stands in every section, so that a test can look for it where it must not be.</summary>
    public const string Secret = "Rojin Ahmed";

    private readonly ConcurrentDictionary<Guid, byte> _children = new();
    private readonly ConcurrentDictionary<Guid, byte> _withoutNote = new();
    private readonly ConcurrentDictionary<Guid, byte> _withoutAll = new();
    private readonly ConcurrentQueue<object> _asked = new();

    /// <summary>The commands that came for a resident.</summary>
    public IReadOnlyList<CollectNote> NotesAsked(Guid resident) =>
        [.. _asked.OfType<CollectNote>().Where(c => c.ResidentId == resident)];

    /// <summary>Guidance and Programme have nothing on a child.</summary>
    public void IsChild(Guid resident) => _children[resident] = 0;

    /// <summary>Guidance does not answer for a resident until it is told to.</summary>
    public void KeepNoteBack(Guid resident) => _withoutNote[resident] = 0;

    /// <summary>Nobody answers for a resident: the test does.</summary>
    public void KeepBack(Guid resident) => _withoutAll[resident] = 0;

    public void GiveNote(Guid resident) => _withoutNote.TryRemove(resident, out _);

    /// <summary>A section about a resident, sealed.</summary>
    public string Sealed(string section) => seal.Seal(new { name = Secret, text = section });

    public async Task AnswerAsync(IBus bus)
    {
        var endpoint = bus.ConnectReceiveEndpoint(
            $"other-services-{Guid.CreateVersion7():N}",
            queue =>
            {
                queue.Handler<CollectCompetence>(Competence);
                queue.Handler<CollectNote>(Note);
                queue.Handler<CollectProgramme>(Programme);
            }
        );
        await endpoint.Ready;
    }

    private Task Competence(ConsumeContext<CollectCompetence> context)
    {
        var (handoff, resident) = context.Message;
        return _withoutAll.ContainsKey(resident)
            ? Task.CompletedTask
            : context.Publish(new CompetenceCollected(handoff, resident, Sealed("competence")));
    }

    private Task Programme(ConsumeContext<CollectProgramme> context)
    {
        var (handoff, resident) = context.Message;
        return _withoutAll.ContainsKey(resident)
            ? Task.CompletedTask
            : context.Publish(
                new ProgrammeCollected(handoff, resident, _children.ContainsKey(resident) ? null : Sealed("programme"))
            );
    }

    private Task Note(ConsumeContext<CollectNote> context)
    {
        var (handoff, resident) = context.Message;
        _asked.Enqueue(context.Message);
        return _withoutNote.ContainsKey(resident) || _withoutAll.ContainsKey(resident)
            ? Task.CompletedTask
            : context.Publish(
                new NoteCollected(handoff, resident, _children.ContainsKey(resident) ? null : Sealed("note"))
            );
    }
}
