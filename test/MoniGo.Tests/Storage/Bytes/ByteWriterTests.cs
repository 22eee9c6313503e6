using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class ByteWriterTests
{
    private readonly ByteWriter _writer = new(capacity: 1);

    [Fact]
    public void Reader_AfterEveryKindOfWrite_GivesTheSame()
    {
        ulong[] varints = [0, 1, 127, 128, 16_383, 16_384, long.MaxValue, ulong.MaxValue];
        long[] zigzags = [0, -1, 1, 63, -64, 64, long.MinValue, long.MaxValue];
        foreach (var varint in varints)
            _writer.Varint(varint);
        foreach (var zigzag in zigzags)
            _writer.Zigzag(zigzag);

        _writer.Text("Ärger 🙂");
        _writer.Double(-0.0);
        _writer.UInt32(uint.MaxValue - 1);

        var reader = new ByteReader(_writer.Written);
        foreach (var varint in varints)
            Assert.Equal(varint, reader.Varint());
        foreach (var zigzag in zigzags)
            Assert.Equal(zigzag, reader.Zigzag());

        Assert.Equal("Ärger 🙂", reader.Text());
        Assert.True(double.IsNegative(reader.Double()));
        Assert.Equal(uint.MaxValue - 1, reader.UInt32());
        Assert.Equal(0, reader.Left);
    }

    [Fact]
    public void Remove_FromTheMiddle_KeepsWhatIsBehind()
    {
        _writer.Bytes([1, 2, 3, 4, 5, 6]);
        _writer.Remove(1, 2);
        _writer.Byte(7);
        Assert.Equal([1, 4, 5, 6, 7], _writer.ToArray());
    }

    [Fact]
    public void Take_BehindTheCapacity_KeepsWhatWasWritten()
    {
        _writer.Bytes([1, 2, 3]);
        _writer.Take(1000).Clear();
        Assert.Equal([1, 2, 3, 0], _writer.ToArray()[..4]);
    }
}
