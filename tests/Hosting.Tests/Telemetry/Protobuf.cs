using System.Buffers.Binary;
using System.Text;

namespace IntegrationPlatform.Hosting.Tests.Telemetry;

/// <summary>
/// One message in protobuf's wire format: enough to read telemetry by the field numbers of OpenTelemetry's protocol.
/// </summary>
internal sealed class Protobuf
{
    private readonly List<(int Field, object Value)> _fields = [];

    public Protobuf(ReadOnlyMemory<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var key = Varint(bytes.Span, ref at);
            var field = (int)(key >> 3);
            switch (key & 7)
            {
                case 0:
                    _fields.Add((field, Varint(bytes.Span, ref at)));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..])));
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(bytes.Span, ref at);
                    _fields.Add((field, bytes.Slice(at, length)));
                    at += length;
                    break;
                case 5:
                    _fields.Add((field, (ulong)BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..])));
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"Wire type {key & 7}.");
            }
        }
    }

    /// <summary>The messages in a repeated field.</summary>
    public IEnumerable<Protobuf> All(int field) => Bytes(field).Select(bytes => new Protobuf(bytes));

    /// <summary>The messages at the end of a path of repeated fields.</summary>
    public IEnumerable<Protobuf> All(int field, params ReadOnlySpan<int> path)
    {
        var found = All(field);
        foreach (var next in path)
        {
            found = found.SelectMany(message => message.All(next));
        }

        return found;
    }

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field).FirstOrDefault().Span);

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field).FirstOrDefault().Span);

    public ulong Number(int field) =>
        _fields.Where(f => f.Field == field).Select(f => f.Value).OfType<ulong>().FirstOrDefault();

    /// <summary>Attributes: pairs of a key (1) and a value (2), which is text (1) or a number (3).</summary>
    public IReadOnlyDictionary<string, string> Attributes(int field) =>
        All(field)
            .Select(pair => (Key: pair.Text(1), Value: pair.All(2).First()))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(
                pairs => pairs.Key,
                pairs =>
                    pairs.First().Value is var value && value.Text(1) is { Length: > 0 } text
                        ? text
                        : $"{value.Number(3)}",
                StringComparer.Ordinal
            );

    private IEnumerable<ReadOnlyMemory<byte>> Bytes(int field) =>
        _fields.Where(f => f.Field == field).Select(f => f.Value).OfType<ReadOnlyMemory<byte>>();

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
