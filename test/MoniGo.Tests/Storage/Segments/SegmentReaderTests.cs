using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.SegmentScript;

namespace MoniGo.Tests;

public sealed class SegmentReaderTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("MONIGO_LONG") == "1" ? 100 : 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Find_WhateverWasWritten_IsReadBack(int seed)
    {
        var random = new Random(seed);
        var streams = Enumerable.Range(0, 1 + random.Next(6)).Select(i => (Stream: new StreamId($"s{i * 7 % 5}{i}"), Rows: (IRowSource)new PlainRows(
            new RandomScript((seed * 100) + i) { SeriesPerKind = random.Next(8), HasSparseTotals = true, Restarts = 0.01, ClockChanges = 0.01 }.Make(1 + random.Next(300))))).ToArray();
        var raw = Open(Write(Tier.Raw, streams));
        var minute = Open(Write(Tier.Minute, [.. streams.Select(stream => (stream.Stream, RolledUpRows.Of(stream.Rows, TimeSpan.FromMinutes(1))))]));

        Assert.Equal(streams.Select(stream => stream.Stream).OrderBy(stream => stream.Value, StringComparer.Ordinal), raw.Streams);
        foreach (var (stream, rows) in streams)
        {
            Assert.Equal(PlainRows.Text(rows), PlainRows.Text(raw.Found(stream)));
            Assert.Equal(PlainRows.Text(RolledUpRows.Of(rows, TimeSpan.FromMinutes(1))), PlainRows.Text(minute.Found(stream)));
            Assert.Equal(raw.Found(stream).Axis.Runs, raw.RunsOf(stream));
        }
    }

    [Fact]
    public void Open_Segment_TellsWhatItIs()
    {
        var file = new SegmentBytes();
        var written = SegmentWriter.Write(file, Tier.Hour, SegmentFlags.Late | SegmentFlags.Merged, Small());
        using var reader = Open(file);

        Assert.Equal((2, Tier.Hour, SegmentFlags.Late | SegmentFlags.Merged, file.Length), (written, reader.Tier, reader.Flags, reader.Bytes));
        Assert.Equal(Small().Min(stream => stream.Rows.Axis.Times[0]), reader.First.UtcTicks);
        Assert.Equal(Small().Max(stream => stream.Rows.Axis.Times[^1]), reader.Last.UtcTicks);
        Assert.True(reader.Found(Shop).IsRolledUp);
    }

    [Fact]
    public void Write_SourcesWithoutRows_AreLeftOut()
    {
        var file = new SegmentBytes();

        Assert.Equal(0, SegmentWriter.Write(file, Tier.Raw, SegmentFlags.None, [(Shop, NoRows.Instance)]));
        Assert.Equal(0, file.Length);
        Assert.Equal([Shop], Open(Write(Tier.Raw, (new("empty"), NoRows.Instance), Small()[0])).Streams);
    }

    [Fact]
    public void Write_SeriesThatCannotBeRead_IsLeftOut()
    {
        var source = new PlainRows(new RandomScript(1).Make(20));
        var lost = source.Series.Series[2];
        source.Damaged.Add(lost);
        var found = Open(Write(Tier.Raw, (Shop, source))).Found(Shop);

        Assert.Equal(source.Series.Series.Remove(lost), found.Series.Series);
        Assert.Equal(PlainRows.Text(source), PlainRows.Text(found));
    }

    [Fact]
    public void Write_MuchData_IsHandedOverInLargePieces()
    {
        var file = Write(Tier.Raw, (Shop, new PlainRows(new RandomScript(1) { SeriesPerKind = 30 }.Make(400))));

        Assert.InRange(file.Pieces, 2, 1 + (file.Length / 32_768));
        Assert.InRange(file.LargestPiece, 1, 70_000);
    }

    [Fact]
    public void Find_StreamThatIsNotThere_IsNull()
    {
        using var reader = Open(Write(Tier.Raw, Small()));

        Assert.Null(reader.Find(new("shoq")));
        Assert.Empty(reader.RunsOf(new("shop ")));
    }

    [Fact]
    public void Find_StreamsOfEqualSeries_ShareOneTable()
    {
        var rows = Small()[0].Rows;
        var one = Write(Tier.Raw, (Shop, rows));
        var many = Write(Tier.Raw, [.. Enumerable.Range(0, 100).Select(i => (new StreamId($"{i}"), (IRowSource)new PlainRows(PlainRows.Of(rows))))]);
        var tables = new SeriesTableCache();
        var (first, second) = (Open(one, tables: tables), Open(many, tables: tables));

        Assert.Same(first.Found(Shop).Series, second.Found(new("7")).Series);
        Assert.Same(second.Found(new("8")).Series, second.Found(new("7")).Series);
        Assert.Equal(rows.Series.Series[0].ToString(), second.Found(new("99")).Series.Series[0].ToString());
        Assert.True(CountOf(many.All, TableOf(one)) == 1);
    }

    [Fact]
    public void Find_TableThatDiffersALittle_SharesItsSeries()
    {
        var ticks = new RandomScript(1) { Presence = 1 }.Make(5).ToList();
        var fewer = ticks.ConvertAll(tick => tick with { Cells = tick.Cells.Skip(1).ToDictionary() });
        var tables = new SeriesTableCache();
        var (first, second) = (Open(Write(Tier.Raw, (Shop, new PlainRows(ticks))), tables: tables), Open(Write(Tier.Raw, (Shop, new PlainRows(fewer))), tables: tables));

        Assert.All(second.Found(Shop).Series.Series, series => Assert.Contains(first.Found(Shop).Series.Series, known => ReferenceEquals(known, series)));
    }

    [Fact]
    public void Open_SmallSegment_TakesTwoReads()
    {
        var file = Write(Tier.Raw, Small());
        using var reader = Open(file);

        Assert.Equal(2, file.Reads);
        Assert.Equal(2, reader.Streams.Count);
        Assert.Equal(2, file.Reads);
    }

    [Fact]
    public void Find_DirectoryOfAHub_IsFoundAgainAfterACollection()
    {
        var rows = Small()[1].Rows;
        var file = Write(Tier.Raw, [.. Enumerable.Range(0, 2000).Select(i => (new StreamId($"agent-{i:D5}"), rows))]);
        using var reader = Open(file);
        GC.Collect();

        Assert.Equal(PlainRows.Text(rows), PlainRows.Text(reader.Found(new("agent-01234"))));
        Assert.Null(reader.Find(new("agent-02000")));
    }

    private static byte[] TableOf(SegmentBytes file)
    {
        var reader = Open(file);
        var table = TableCodec.Write(reader.Found(Shop).Series.Series.AsSpan());
        return TableCodec.Compress(table);
    }

    private static int CountOf(byte[] bytes, byte[] part) =>
        Enumerable.Range(0, bytes.Length).Count(at => bytes.AsSpan(at).StartsWith(part));
}
