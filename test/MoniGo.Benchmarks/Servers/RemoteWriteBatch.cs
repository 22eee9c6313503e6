using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MoniGo.Benchmarks;

/// <summary>A remote-write request (1.0): series with their samples, as protobuf in Snappy's block format.</summary>
/// <remarks>
/// WriteRequest { timeseries = 1 { labels = 1 { name = 1, value = 2 }, samples = 2 { value = 1 double, timestamp = 2 int64 ms } } }
/// Snappy: varint length, then literals only, which every reader takes.
/// </remarks>
internal sealed class RemoteWriteBatch
{
    private const byte VarintField2 = 0x10;
    private const byte DoubleField1 = 0x09;
    private const byte BytesField1 = 0x0A;
    private const byte BytesField2 = 0x12;
    private const int LiteralLength = 65_536;
    private const byte LiteralWithTwoLengthBytes = 61 << 2;

    private readonly List<byte> _request = [];
    private readonly List<byte> _series = [];
    private readonly List<byte> _part = [];

    /// <summary>Encodes labels, which are the same in every batch.</summary>
    public byte[] Labels(IEnumerable<(string Name, string Value)> labels)
    {
        _series.Clear();
        foreach (var (name, value) in labels.OrderBy(label => label.Name, StringComparer.Ordinal))
        {
            _part.Clear();
            WriteBytes(_part, BytesField1, Encoding.UTF8.GetBytes(name));
            WriteBytes(_part, BytesField2, Encoding.UTF8.GetBytes(value));
            WriteBytes(_series, BytesField1, CollectionsMarshal.AsSpan(_part));
        }

        return _series.ToArray();
    }

    /// <summary>Adds a series with its samples in order of time.</summary>
    public void Add(byte[] labels, IReadOnlyList<(long Milliseconds, double Value)> samples)
    {
        _series.Clear();
        _series.AddRange(labels);
        foreach (var (milliseconds, value) in samples)
        {
            _part.Clear();
            WriteDouble(value);
            _part.Add(VarintField2);
            WriteVarint(_part, (ulong)milliseconds);
            WriteBytes(_series, BytesField2, CollectionsMarshal.AsSpan(_part));
        }

        WriteBytes(_request, BytesField1, CollectionsMarshal.AsSpan(_series));
    }

    /// <summary>Gives the body and starts anew.</summary>
    public byte[] Take()
    {
        var body = new List<byte>();
        WriteVarint(body, (ulong)_request.Count);
        foreach (var literal in _request.Chunk(LiteralLength))
        {
            body.Add(LiteralWithTwoLengthBytes);
            body.Add((byte)(literal.Length - 1));
            body.Add((byte)((literal.Length - 1) >> 8));
            body.AddRange(literal);
        }

        _request.Clear();
        return body.ToArray();
    }

    private static void WriteBytes(List<byte> to, byte field, ReadOnlySpan<byte> bytes)
    {
        to.Add(field);
        WriteVarint(to, (ulong)bytes.Length);
        to.AddRange(bytes);
    }

    private static void WriteVarint(List<byte> to, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            to.Add((byte)(value | 0x80));

        to.Add((byte)value);
    }

    private void WriteDouble(double value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _part.Add(DoubleField1);
        _part.AddRange(bytes);
    }
}
