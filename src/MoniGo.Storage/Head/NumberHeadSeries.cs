using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>A series of numbers: its tail is an array that grows with it.</summary>
internal sealed class NumberHeadSeries(SeriesKey key, int ordinal, HeadDesk desk) : HeadSeries(key, ordinal, desk)
{
    private double[] _values = [];

    public override bool Fits(in Sample sample) => sample.Histogram is null;

    protected override void Append(in Sample sample, HeadDesk desk)
    {
        if (_values.Length == Count)
            _values = desk.Grow(_values, RoomFor(Count), sizeof(double));

        _values[Count] = sample.Value;
    }

    protected override void Replace(in Sample sample, HeadDesk desk) => _values[Count - 1] = sample.Value;

    protected override IHeadTail PictureTail() => new Tail(_values.AsSpan(0, Count).ToArray());

    protected override void TakeTail(HeadDesk desk) => _values.AsSpan(0, Count).CopyTo(desk.Rows.Last);

    private sealed class Tail(double[] values) : IHeadTail
    {
        public int[]? Buckets => null;

        public void CopyTo(SeriesRows into, int at) => values.CopyTo(into.Last, at);
    }
}
