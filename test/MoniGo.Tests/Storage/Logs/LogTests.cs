using System.Text;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Frames written to a log and read back, whole, torn and damaged.</summary>
public sealed class LogTests : IDisposable
{
    private static readonly string[] Three = ["first", "", "the third"];

    private readonly TemporaryDirectory _directory = new();
    private readonly PhysicalFiles _files = new();

    private string File => _directory["0000000001.wal"];

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Read_WholeFile_GivesEveryFrameAndAnEndWithoutLoss()
    {
        Write(Three);

        var (payloads, end) = Read();

        Assert.Equal(Three, payloads);
        Assert.Equal(new LogEnd(3, new FileInfo(File).Length, 0, null), end);
    }

    [Fact]
    public void Read_FrameLongerThanTheBuffer_ComesBack()
    {
        var text = new string('x', 1_000_000);
        Write("a", text, "b");

        Assert.Equal(["a", text, "b"], Read().Payloads);
    }

    [Fact]
    public void PayloadOffset_IsWhereThePayloadStands()
    {
        Write(Three);
        using var log = LogReader.Open(_files, File, LogKind.Events);

        while (log.Next())
            Assert.Equal(log.Payload, System.IO.File.ReadAllBytes(File).AsSpan((int)log.PayloadOffset, log.Payload.Length));

        Assert.Equal(3, log.End.Frames);
    }

    [Fact]
    public void Read_CutAnywhere_GivesTheFramesBeforeTheCutWithoutDamage()
    {
        Write(Three);
        var bytes = System.IO.File.ReadAllBytes(File);
        int[] ends = [16, 16 + 8 + 5, 16 + 8 + 5 + 8, bytes.Length];
        for (var length = 0; length < bytes.Length; length++)
        {
            System.IO.File.WriteAllBytes(File, bytes[..length]);
            var (payloads, end) = Read();

            var whole = ends.Where(place => place <= length).DefaultIfEmpty().Max();
            Assert.Equal(Three.Take(Math.Max(0, ends.Count(place => place <= length) - 1)), payloads);
            Assert.Equal(new LogEnd(payloads.Count, whole, length - whole, null), end);
        }
    }

    [Fact]
    public void Read_FlippedBitAnywhere_GivesTheFramesBeforeIt_AndDamageIfOthersFollow()
    {
        Write(Three);
        var bytes = System.IO.File.ReadAllBytes(File);
        int[] starts = [16, 16 + 8 + 5, 16 + 8 + 5 + 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            System.IO.File.WriteAllBytes(File, flipped);
            var (payloads, end) = Read();

            Assert.Equal(Three.Take(Math.Max(0, starts.Count(start => start <= bit / 8) - 1)), payloads);
            Assert.Equal(bit / 8 < starts[^1], end.Damage is not null);
            Assert.Equal(bytes.Length, end.WholeBytes + end.LostBytes);
        }
    }

    [Theory]
    [InlineData("MoniGoLg", 7u, 2u, "version 7")]
    [InlineData("MoniGoLg", 1u, 4u, "kind 4")]
    [InlineData("GIF89a__", 1u, 2u, "does not begin")]
    public void Read_ForeignHeader_IsDamageThatSaysSo(string magic, uint version, uint kind, string expected)
    {
        System.IO.File.WriteAllBytes(File, [.. Encoding.ASCII.GetBytes(magic), .. BitConverter.GetBytes(version), .. BitConverter.GetBytes(kind), 1, 2, 3]);

        var (payloads, end) = Read();

        Assert.Empty(payloads);
        Assert.Contains(expected, end.Damage, StringComparison.Ordinal);
        Assert.Equal((0, 19), (end.WholeBytes, end.LostBytes));
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData((64u << 20) + 1)]
    [InlineData(1000u)]
    public void Read_LengthBeyondTheFile_StopsWithoutAllocatingIt(uint length)
    {
        Write("first");
        using (var file = _files.OpenAppend(File, long.MaxValue))
            file.Append([.. BitConverter.GetBytes(length), 0, 0, 0, 0, 9]);

        _ = Read();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (payloads, end) = Read();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        Assert.Equal(["first"], payloads);
        Assert.Equal(9, end.LostBytes);
        Assert.Null(end.Damage);
    }

    [Fact]
    public void Continue_AfterATornTail_GoesOnBehindTheLastWholeFrame()
    {
        Write(Three);
        using (var file = _files.OpenAppend(File, new FileInfo(File).Length - 2))
            file.Append("?"u8);

        using (var log = LogWriter.Continue(_files, File, LogKind.Events, Read().End))
        {
            log.Append("again"u8);
            log.Sync();
            Assert.Equal(log.Length, new FileInfo(File).Length);
        }

        var (payloads, end) = Read();
        Assert.Equal(["first", "", "again"], payloads);
        Assert.Equal(0, end.LostBytes);
    }

    [Fact]
    public void Continue_WithoutAWholeHeader_BeginsAnew()
    {
        System.IO.File.WriteAllText(File, "MoniGo");
        using (var log = LogWriter.Continue(_files, File, LogKind.Events, Read().End))
            log.Append("first"u8);

        Assert.Equal(["first"], Read().Payloads);
    }

    [Fact]
    public void Append_TooLong_IsRefusedAndLeavesTheLogAsItWas()
    {
        using (var log = LogWriter.Create(_files, File, LogKind.Events))
        {
            Assert.Throws<IOException>(() => log.Append(new byte[(64 << 20) + 1]));
            log.Append("fits"u8);
        }

        Assert.Equal(["fits"], Read().Payloads);
    }

    private void Write(params string[] payloads)
    {
        using var log = LogWriter.Create(_files, File, LogKind.Events);
        foreach (var payload in payloads)
            log.Append(Encoding.UTF8.GetBytes(payload));
    }

    private (List<string> Payloads, LogEnd End) Read()
    {
        using var log = LogReader.Open(_files, File, LogKind.Events);
        var payloads = new List<string>();
        while (log.Next())
            payloads.Add(Encoding.UTF8.GetString(log.Payload));

        return (payloads, log.End);
    }
}
