namespace IntegrationPlatform.Imdinett.Receiving;

/// <summary>What became of an event.</summary>
internal enum Applied
{
    /// <summary>It is new, and applied.</summary>
    New,

    /// <summary>It was applied before: nothing more happens.</summary>
    Known,

    /// <summary>An earlier event of the same subject is missing: it is not applied.</summary>
    OutOfOrder,
}

/// <summary>The events applied so far, in memory and on disk; each once, and in order for a subject.</summary>
internal sealed class Inbox : IDisposable
{
    private readonly Lock _gate = new();
    private readonly InboxFile? _file;
    private readonly List<CloudEvent> _events = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _sequences = [];
    private int _redeliveries;
    private int _outOfOrder;
    private int _rejected;

    private Inbox(InboxFile? file)
    {
        _file = file;
    }

    /// <summary>The events, in the order in which they were applied.</summary>
    public IReadOnlyList<CloudEvent> Events
    {
        get
        {
            lock (_gate)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Opens an inbox.</summary>
    /// <param name="folder">Where it is kept; null keeps it in memory only.</param>
    public static Inbox Open(string? folder)
    {
        if (folder is null)
        {
            return new Inbox(null);
        }

        var inbox = new Inbox(InboxFile.Open(folder, out var lines));
        foreach (var line in lines)
        {
            inbox.Add(CloudEvent.Parse(line));
        }

        return inbox;
    }

    /// <summary>Applies an event; when this returns it is on disk.</summary>
    public Applied Apply(CloudEvent received, ReadOnlySpan<byte> body)
    {
        lock (_gate)
        {
            if (_ids.Contains(received.Id))
            {
                _redeliveries++;
                return Applied.Known;
            }

            if (received.Sequence != _sequences.GetValueOrDefault(received.Subject) + 1)
            {
                _outOfOrder++;
                return Applied.OutOfOrder;
            }

            _file?.Append(body);
            Add(received);
            return Applied.New;
        }
    }

    /// <summary>Notes a delivery that nobody vouched for or that could not be read.</summary>
    public void Reject() => Interlocked.Increment(ref _rejected);

    /// <summary>How it stands.</summary>
    /// <param name="expected">How many transfers there should be, if the asker knows.</param>
    public Counts Count(int? expected)
    {
        lock (_gate)
        {
            var transfers = _events.Where(e => e.IsTransfer).ToList();
            var distinct = transfers.Select(e => e.Subject).Distinct().Count();
            return new Counts(
                transfers.Count,
                distinct,
                transfers.Count - distinct,
                expected - distinct,
                _events.Count - transfers.Count,
                _redeliveries,
                _outOfOrder,
                _rejected
            );
        }
    }

    public void Dispose() => _file?.Dispose();

    private void Add(CloudEvent received)
    {
        _events.Add(received);
        _ids.Add(received.Id);
        _sequences[received.Subject] = received.Sequence;
    }
}

/// <summary>What was received.</summary>
/// <param name="Received">Transfers applied.</param>
/// <param name="Distinct">Residents among them.</param>
/// <param name="Duplicates">Transfers applied to a resident who had one already.</param>
/// <param name="Missing">Of the transfers expected, those not received; null when nobody said how many.</param>
/// <param name="Supplements">Supplements applied.</param>
/// <param name="Redeliveries">Deliveries of an event that was applied before, recognised.</param>
/// <param name="OutOfOrder">Deliveries refused because an earlier event was missing.</param>
/// <param name="Rejected">Deliveries refused for their signature, timestamp or form.</param>
internal sealed record Counts(
    int Received,
    int Distinct,
    int Duplicates,
    int? Missing,
    int Supplements,
    int Redeliveries,
    int OutOfOrder,
    int Rejected
);
