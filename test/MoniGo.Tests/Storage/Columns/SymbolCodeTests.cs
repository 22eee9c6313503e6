using MoniGo.Storage;

namespace MoniGo.Tests;

public sealed class SymbolCodeTests
{
    [Fact]
    public void Fill_ChosenLengths_LooksUpEachSymbolByItsCode() => Seeds.Try(200, random =>
    {
        var counts = Enumerable.Range(0, random.Next(2, SymbolCode.MaxSymbols + 1)).Select(_ => Count(random)).ToArray();
        (counts[0], counts[^1]) = (counts[0] + 1, counts[^1] + 1);
        var lengths = new byte[counts.Length];
        SymbolCode.Choose(counts, lengths);
        var (codes, table) = (new ushort[lengths.Length], new ushort[SymbolCode.TableSize]);
        SymbolCode.Codes(lengths, codes);
        SymbolCode.Fill(lengths, table);
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            Assert.Equal(counts[symbol] > 0, lengths[symbol] > 0);
            if (counts[symbol] > 0)
                Assert.Equal((symbol << 4) | lengths[symbol], table[codes[symbol] << (SymbolCode.MaxLength - lengths[symbol])]);
        }
    });

    [Fact]
    public void Choose_HalvingCounts_GivesTheShortestCode()
    {
        var lengths = new byte[4];
        SymbolCode.Choose([800, 400, 200, 200], lengths);
        Assert.Equal([1, 2, 3, 3], lengths);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(11, 1, 1)]
    public void Fill_LengthsThatAreNoCode_IsDamage(byte first, byte second, byte third) =>
        Assert.Throws<DamagedDataException>(() => SymbolCode.Fill([first, second, third], new ushort[SymbolCode.TableSize]));

    private static int Count(Random random) => random.Next(4) == 0 ? 0 : 1 << random.Next(24);
}
