namespace IntegrationPlatform.Imdinett.Receiving;

/// <summary>The inbox on disk: one event a line, appended and flushed to the device before it is acknowledged.</summary>
internal sealed class InboxFile : IDisposable
{
    private const byte NewLine = (byte)'\n';
    private readonly FileStream _stream;

    private InboxFile(FileStream stream)
    {
        _stream = stream;
    }

    /// <summary>Opens the file and reads it; a last line that was cut off by a crash was never acknowledged and goes.</summary>
    public static InboxFile Open(string folder, out IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "events.jsonl");
        var content = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var whole = content.AsSpan().LastIndexOf(NewLine) + 1;
        var read = new List<ReadOnlyMemory<byte>>();
        for (int start = 0, end; start < whole; start = end + 1)
        {
            end = start + content.AsSpan(start).IndexOf(NewLine);
            read.Add(content.AsMemory(start, end - start));
        }

        lines = read;
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        stream.SetLength(whole);
        stream.Seek(0, SeekOrigin.End);
        return new InboxFile(stream);
    }

    /// <summary>Appends an event: JSON without line breaks.</summary>
    public void Append(ReadOnlySpan<byte> json)
    {
        var start = _stream.Position;
        try
        {
            _stream.Write(json);
            _stream.WriteByte(NewLine);
            _stream.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _stream.SetLength(start);
            throw;
        }
    }

    public void Dispose() => _stream.Dispose();
}
