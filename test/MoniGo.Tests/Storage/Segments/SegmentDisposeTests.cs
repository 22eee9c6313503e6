using MoniGo.Storage;
using static MoniGo.Tests.SegmentScript;

namespace MoniGo.Tests;

public sealed class SegmentDisposeTests
{
    [Fact]
    public void Dispose_Always_MakesEveryAnswerEmpty()
    {
        var file = Write(Tier.Raw, Small());
        var reader = Open(file);
        var found = reader.Found(Shop);
        reader.Dispose();
        reader.Dispose();

        Assert.True(file.IsDisposed);
        Assert.Null(reader.Find(Shop));
        Assert.Empty(reader.Streams);
        Assert.Empty(reader.RunsOf(Shop));
        Assert.All(Enumerable.Range(0, found.Series.Series.Length), i => Assert.False(found.Read(i, new())));
    }

    [Fact]
    public void Dispose_DuringARead_LeavesTheFileToTheReader()
    {
        var file = Write(Tier.Raw, (Shop, new PlainRows(new RandomScript(1).Make(100))));
        var reader = Open(file);
        var found = reader.Found(Shop);
        var wasOpen = false;
        file.OnRead = () =>
        {
            reader.Dispose();
            wasOpen = !file.IsDisposed;
        };

        Assert.True(found.Read(0, new()));
        Assert.True(wasOpen);
        Assert.True(file.IsDisposed);
        Assert.False(found.Read(0, new()));
    }

    [Fact]
    public async Task Read_BesideDispose_IsExactOrFalse()
    {
        var source = new PlainRows(new RandomScript(1).Make(50));
        var (bytes, expected) = (Write(Tier.Raw, (Shop, source)).All, new SeriesRows());
        Assert.True(source.Read(0, expected));
        for (var round = 0; round < 50; round++)
        {
            var reader = Open(new(bytes));
            var found = reader.Found(Shop);
            using var start = new Barrier(3);
            var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => ReadUntilClosed(found, expected, start))).ToArray();
            start.SignalAndWait();
            reader.Dispose();
            await Task.WhenAll(readers);
        }
    }

    private static void ReadUntilClosed(IRowSource found, SeriesRows expected, Barrier start)
    {
        var rows = new SeriesRows();
        start.SignalAndWait();
        while (found.Read(0, rows))
            Assert.Equal(expected.Last[..expected.Count], rows.Last[..rows.Count]);
    }
}
