using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>A total that only rises; negative measurements are dropped and counted.</summary>
internal sealed class CounterSeries(SeriesKey key, MeterDrops drops) : UpDownCounterSeries(key)
{
    public override void Record(long value)
    {
        if (value >= 0)
            base.Record(value);
        else
            drops.CountValue();
    }

    public override void Record(double value)
    {
        if (value >= 0)
            base.Record(value);
        else
            drops.CountValue();
    }
}
