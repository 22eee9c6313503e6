using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class BitWriterTests
{
    [Fact]
    public void From_RandomWidths_GivesWhatWasWritten() => Seeds.Try(100, random =>
    {
        var numbers = Enumerable.Range(0, 100)
            .Select(_ => random.Next(Bits.AtOnce + 1))
            .Select(width => (Width: width, Number: (ulong)random.NextInt64() & ((1UL << width) - 1)))
            .ToArray();
        var bytes = Write(numbers);
        var bit = 0;
        foreach (var (width, number) in numbers)
        {
            Assert.Equal(number, width == 0 ? 0 : Bits.From(bytes, bit) >> (64 - width));
            bit += width;
        }

        Assert.Equal((bit + 7) / 8, bytes.Length);
    });

    [Fact]
    public void Write_MoreThanFiftySixBits_KeepsThemAll() =>
        Assert.Equal([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE, 0x80], Write([(63, ulong.MaxValue >> 1), (2, 1)]));

    [Fact]
    public void From_BehindTheEnd_GivesZeros() => Assert.Equal(0UL, Bits.From([0xFF, 0xFF], 100));

    private static byte[] Write(IEnumerable<(int Width, ulong Number)> numbers)
    {
        var writer = new ByteWriter();
        var bits = new BitWriter(writer);
        foreach (var (width, number) in numbers)
            bits.Write(number, width);

        bits.End();
        return writer.ToArray();
    }
}
