using System.Buffers.Binary;
using MoniGo.Signals;
using MoniGo.Storage;
using static MoniGo.Tests.SegmentScript;

namespace MoniGo.Tests;

public sealed class SegmentDamageTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("MONIGO_LONG") == "1" ? 50_000 : 3_000;

    [Fact]
    public void Open_CutAnywhere_IsDamaged()
    {
        var whole = Write(Tier.Raw, Small()).All;
        for (var length = 0; length < whole.Length; length++)
        {
            var file = new SegmentBytes(whole[..length]);

            Assert.Throws<DamagedDataException>(() => Open(file));
            Assert.True(file.IsDisposed);
        }
    }

    [Fact]
    public void Open_SomethingBehindTheEnd_IsDamaged() =>
        Assert.Throws<DamagedDataException>(() => Open(new([.. Write(Tier.Raw, Small()).All, 0])));

    [Fact]
    public void Open_OtherFile_SaysThatItIsNoSegment() =>
        Assert.Contains("no segment", Assert.Throws<DamagedDataException>(() => Open(new(new byte[500]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_NewerVersion_SaysSo()
    {
        var bytes = Write(Tier.Raw, Small()).All;
        bytes[8] = 2;

        Assert.Contains("newer MoniGo: format 2", Assert.Throws<NewerVersionException>(() => Open(new(bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileCannotBeRead_IsNoDamage()
    {
        var file = Write(Tier.Raw, Small());
        file.OnRead = () => throw new IOException("Not now.");

        Assert.Throws<IOException>(() => Open(file));
        Assert.True(file.IsDisposed);
    }

    [Fact]
    public void Read_AnyBitFlipped_LosesOnlyWhatItWasPartOf()
    {
        var whole = Write(Tier.Raw, Small()).All;
        var sound = Small().ToDictionary(stream => stream.Stream, stream => Columns(stream.Rows));
        var (lostFiles, lostSeries) = (0, 0);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var bytes = whole.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var lost = Lost(bytes, sound);
            (lostFiles, lostSeries) = (lostFiles + (lost is null ? 1 : 0), lostSeries + (lost ?? 0));

            Assert.False(lost is 0, $"Nobody noticed bit {bit}.");
        }

        Assert.True(lostFiles > 0 && lostSeries > 0);
    }

    [Fact]
    public void Read_DamagedChunk_IsToldOnceAndTheOthersAreExact()
    {
        var source = new PlainRows(new RandomScript(1).Make(300));
        var bytes = Write(Tier.Raw, (Shop, source)).All;
        var damage = new List<string>();
        bytes[2000] ^= 4; // within the chunks: axis and table are shorter, and the directory is behind
        using var reader = Open(new(bytes), damage);
        var found = reader.Found(Shop);
        var lost = Enumerable.Range(0, found.Series.Series.Length).Where(i => !found.Read(i, new())).ToList();

        Assert.False(found.Read(Assert.Single(lost), new()));
        Assert.Contains(found.Series.Series[lost[0]].ToString(), Assert.Single(damage), StringComparison.Ordinal);
        source.Damaged.Add(source.Series.Series[lost[0]]);
        Assert.Equal(PlainRows.Text(source), PlainRows.Text(found));
        Assert.Single(damage);
    }

    [Fact]
    public void Read_FileFailsNow_IsFalseAndToldOnce()
    {
        var (file, damage) = (Write(Tier.Raw, Small()), new List<string>());
        using var reader = Open(file, damage);
        var found = reader.Found(Shop);
        var series = Enumerable.Range(0, found.Series.Series.Length).First(i => Reads(file, found, i) > 0);
        file.OnRead = () => throw new IOException("The disk is gone.");

        Assert.False(found.Read(series, new()));
        Assert.False(found.Read(series, new()));
        Assert.Contains("The disk is gone.", Assert.Single(damage), StringComparison.Ordinal);
        file.OnRead = null;
        Assert.True(found.Read(series, new()));
    }

    [Fact]
    public void Find_DamagedTable_IsNullForAllItsStreamsAndToldOnce()
    {
        var rows = Small()[0].Rows;
        var bytes = Write(Tier.Raw, (Shop, rows), (new("bank"), rows)).All;
        var table = TableCodec.Compress(TableCodec.Write(rows.Series.Series.AsSpan()));
        bytes[bytes.AsSpan().IndexOf(table) + 20] ^= 1;
        var damage = new List<string>();
        using var reader = Open(new(bytes), damage);

        Assert.Null(reader.Find(Shop));
        Assert.Null(reader.Find(new("bank")));
        Assert.Null(reader.Find(Shop));
        Assert.Single(damage);
        Assert.NotEmpty(reader.RunsOf(Shop));
    }

    [Fact]
    public void Read_GarbageInTheDirectoryWithRightChecksums_NeverThrows()
    {
        var whole = Write(Tier.Raw, Small()).All;
        var random = new Random(5);
        var opened = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = whole.ToArray();
            var directory = DirectoryOf(bytes);
            for (var i = random.Next(1, 4); i > 0; i--)
                directory[random.Next(directory.Length)] = random.Next(3) == 0 ? (byte)255 : (byte)random.Next(256);

            Seal(bytes);
            opened += Lost(bytes, []) is null ? 0 : 1;
        }

        Assert.True(opened > Rounds / 4, $"{opened} of {Rounds}");
    }

    [Fact]
    public void Read_GarbageTable_IsDamagedOrATable()
    {
        var whole = TableCodec.Write(Small()[0].Rows.Series.Series.AsSpan());
        var random = new Random(6);
        var damaged = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = whole.ToArray();
            for (var i = random.Next(1, 4); i > 0; i--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)255 : (byte)random.Next(256);

            damaged += IsDamagedTable(TableCodec.Compress(bytes)) ? 1 : 0;
        }

        Assert.InRange(damaged, 1, Rounds - 1);
        Assert.True(IsDamagedTable([]) && IsDamagedTable([5, 1, 2, 3]) && IsDamagedTable(TableCodec.Compress([])));
    }

    private static int Reads(SegmentBytes file, IRowSource source, int series)
    {
        var before = file.Reads;
        Assert.True(source.Read(series, new()));
        return file.Reads - before;
    }

    private static bool IsDamagedTable(byte[] compressed)
    {
        try
        {
            TableCodec.Read(compressed, null);
            return false;
        }
        catch (DamagedDataException)
        {
            return true;
        }
    }

    /// <summary>Counts the series that cannot be read and checks the others; null when the segment cannot be opened.</summary>
    private static int? Lost(byte[] bytes, Dictionary<StreamId, Dictionary<string, string>> sound)
    {
        try
        {
            using var reader = Open(new(bytes), []);
            foreach (var stream in reader.Streams.Where(stream => !sound.ContainsKey(stream)))
                _ = (reader.RunsOf(stream), reader.Find(stream) is { } rows ? PlainRows.Text(rows) : null);

            return sound.Sum(stream => Lost(reader.Find(stream.Key), stream.Value));
        }
        catch (DamagedDataException)
        {
            return null;
        }
    }

    private static int Lost(IRowSource? source, Dictionary<string, string> sound)
    {
        var found = source is null ? [] : Columns(source);
        Assert.All(found, series => Assert.Equal(sound[series.Key], series.Value));
        return sound.Count - found.Count;
    }

    private static Dictionary<string, string> Columns(IRowSource source)
    {
        var rows = PlainRows.Of(source);
        return rows.SelectMany(row => row.Cells.Keys).Distinct().ToDictionary(
            series => $"{series.Instrument}{series}",
            series => PlainRows.Text(rows.Where(row => row.Cells.ContainsKey(series)).Select(row => row with { Cells = new Dictionary<SeriesKey, RowCell> { [series] = row.Cells[series] } })));
    }

    private static Span<byte> DirectoryOf(byte[] bytes)
    {
        var trailer = bytes.AsSpan(bytes.Length - SegmentTrailer.Length);
        return bytes.AsSpan((int)BinaryPrimitives.ReadInt64LittleEndian(trailer), BinaryPrimitives.ReadInt32LittleEndian(trailer[8..]));
    }

    private static void Seal(byte[] bytes)
    {
        var trailer = bytes.AsSpan(bytes.Length - SegmentTrailer.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[12..], Crc32C.Of(DirectoryOf(bytes)));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[32..], Crc32C.Of(trailer[..32], Crc32C.Of(bytes.AsSpan(0, SegmentTrailer.HeaderLength))));
    }
}
