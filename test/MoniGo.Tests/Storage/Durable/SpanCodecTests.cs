using System.Collections.Immutable;
using MoniGo.Signals;
using MoniGo.Storage;
using Span = MoniGo.Signals.Span;

namespace MoniGo.Tests;

public sealed class SpanCodecTests
{
    // As it was written before spans had lines.
    private const string Old = "03016101620163016480C0E8ECDCDFD1EF0880C2D72F01650101660167";

    private static readonly Span Plain = new(
        "a", "b", "c", "d", new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromSeconds(5), "e", TagSet.Of("f", "g"));

    private static readonly ImmutableArray<LogLine> Lines =
        [new(Plain.Start.AddTicks(7), "Error", "Shop", "no"), new(Plain.Start.AddTicks(-7), "Trace", "", "ä")];

    [Fact]
    public void Write_WithoutLines_IsWhatItAlwaysWas() => Assert.Equal(Old, Convert.ToHexString(Write(Plain)));

    [Fact]
    public void Read_OldRecord_HasNoLines() => Assert.Equal(Plain, Read(Convert.FromHexString(Old)));

    [Fact]
    public void Read_WithLines_GivesThemBack()
    {
        var read = Read(Write(Plain with { Lines = Lines }));

        Assert.Equal(Lines, read.Lines.AsEnumerable());
        Assert.Equal(Plain, read with { Lines = [] });
    }

    [Fact]
    public void Write_LinesThatWereNeverSet_AreNone() => Assert.Equal(Old, Convert.ToHexString(Write(Plain with { Lines = default })));

    [Fact]
    public void Read_CutAnywhere_IsDamage()
    {
        var whole = Write(Plain with { Lines = Lines });
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<DamagedDataException>(() => Read(whole[..length]));
    }

    [Fact]
    public void Read_LineAtNoTime_IsDamage()
    {
        var whole = Write(Plain with { Lines = [new(Plain.Start, "Error", "Shop", "no")] });
        var line = new ByteWriter();
        line.Zigzag(long.MaxValue);
        var at = Array.LastIndexOf(whole, (byte)5) - 1; // the length of "Error", behind a distance of none

        Assert.Throws<DamagedDataException>(() => Read([.. whole[..at], .. line.Written, .. whole[(at + 1)..]]));
    }

    private static byte[] Write(Span span)
    {
        var into = new ByteWriter();
        new SpanCodec().Write(span, into);
        return into.Written.ToArray();
    }

    private static Span Read(byte[] bytes)
    {
        var reader = new ByteReader(bytes);
        return new SpanCodec().Read(ref reader);
    }
}
