using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>Writes and opens segments for tests.</summary>
internal static class SegmentScript
{
    public static readonly StreamId Shop = new("shop");

    public static SegmentBytes Write(Tier tier, params (StreamId Stream, IRowSource Rows)[] streams)
    {
        var file = new SegmentBytes();
        SegmentWriter.Write(file, tier, SegmentFlags.None, streams);
        return file;
    }

    public static SegmentReader Open(SegmentBytes file, List<string>? damage = null, SeriesTableCache? tables = null) => SegmentReader.Open(
        file, tables ?? new(), what => (damage ?? throw new InvalidOperationException($"Nothing is damaged, but: {what}")).Add(what));

    public static IRowSource Found(this SegmentReader reader, StreamId stream) =>
        reader.Find(stream) ?? throw new InvalidOperationException($"{stream} is not there.");

    /// <summary>A segment of two streams that is small enough to damage every bit of it.</summary>
    public static (StreamId Stream, IRowSource Rows)[] Small() =>
        [(Shop, new PlainRows(new RandomScript(1) { SeriesPerKind = 2 }.Make(12))), (new("bank"), new PlainRows(new RandomScript(2) { SeriesPerKind = 1 }.Make(5)))];
}
