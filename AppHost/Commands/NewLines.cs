using System.Text;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>The whole lines that were added to a file since it was last asked.</summary>
/// <param name="file">The file; it may not be there yet.</param>
internal sealed class NewLines(string file)
{
    private long _position;

    public List<string> Read()
    {
        if (!File.Exists(file))
        {
            return [];
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length <= _position)
        {
            return [];
        }

        stream.Position = _position;
        var bytes = new byte[stream.Length - _position];
        stream.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _position += end;
        return [.. Encoding.UTF8.GetString(bytes, 0, end).Split('\n')[..^1]];
    }
}
