using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>A file that lives in memory.</summary>
public sealed class MemoryFileTests
{
    [Fact]
    public void ToReadable_ShowsWhatWasWritten_AndNothingLater()
    {
        using var file = new MemoryFile();
        file.Append("early"u8);
        var early = file.ToReadable();
        file.Append(new byte[1000]);
        file.Append("late"u8);
        var late = file.ToReadable();

        var bytes = new byte[8];
        Assert.Equal(5, early.Length);
        Assert.Equal(3, early.Read(2, bytes));
        Assert.Equal("rly"u8, bytes.AsSpan(0, 3));
        Assert.Equal(1009, late.Length);
        Assert.Equal(4, late.Read(1005, bytes));
        Assert.Equal("late"u8, bytes.AsSpan(0, 4));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(long.MaxValue)]
    public void Read_OutsideTheFile_GivesNothing(long offset)
    {
        using var file = new MemoryFile();
        file.Append("abc"u8);

        Assert.Equal(0, file.ToReadable().Read(offset, new byte[2]));
    }
}
