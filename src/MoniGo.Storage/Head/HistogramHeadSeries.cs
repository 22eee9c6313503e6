using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>A series of histograms: its tail is a log of differences.</summary>
internal sealed class HistogramHeadSeries(SeriesKey key, int ordinal, HeadDesk desk) : HeadSeries(key, ordinal, desk)
{
    private readonly HistogramLog _log = new(desk);

    public override bool Fits(in Sample sample) => sample.Histogram is not null;

    protected override void Append(in Sample sample, HeadDesk desk) => _log.Add(Count, sample.Histogram!, desk);

    protected override void Replace(in Sample sample, HeadDesk desk) => _log.Add(Count - 1, sample.Histogram!, desk);

    protected override IHeadTail PictureTail() => new Tail(_log.Written.ToArray(), _log.Buckets, Count);

    protected override void TakeTail(HeadDesk desk)
    {
        desk.Histograms.Begin(Count, _log.Buckets);
        desk.Rows.Histograms = desk.Histograms;
        HistogramLog.Read(_log.Written, Count, desk.Rows, 0);
        _log.Clear(desk);
    }

    private sealed class Tail(byte[] log, int[] buckets, int count) : IHeadTail
    {
        public int[]? Buckets => buckets;

        public void CopyTo(SeriesRows into, int at) => HistogramLog.Read(log, count, into, at);
    }
}
