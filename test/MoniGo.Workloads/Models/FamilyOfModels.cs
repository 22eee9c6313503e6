using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>The series of one instrument, moved on together.</summary>
/// <param name="instrument">The instrument.</param>
/// <param name="series">Its series and how they move.</param>
public sealed class FamilyOfModels(InstrumentInfo instrument, ImmutableArray<(SeriesKey Key, SeriesModel Model)> series)
{
    private readonly double[] _values = new double[series.Length];
    private SampleFamily? _latest;

    /// <summary>Makes the next samples; null when no series is present, the same instance as before when none has moved.</summary>
    public SampleFamily? Next(double load)
    {
        var moved = _latest is null;
        var present = 0;
        for (var i = 0; i < _values.Length; i++)
        {
            var value = series[i].Model.Next(load);
            moved |= BitConverter.DoubleToInt64Bits(value) != BitConverter.DoubleToInt64Bits(_values[i]);
            present += double.IsNaN(value) ? 0 : 1;
            _values[i] = value;
        }

        if (moved)
            _latest = present == 0 ? null : new(instrument, Samples(present));

        return _latest;
    }

    private ImmutableArray<Sample> Samples(int present)
    {
        var samples = ImmutableArray.CreateBuilder<Sample>(present);
        for (var i = 0; i < _values.Length; i++)
        {
            if (!double.IsNaN(_values[i]))
                samples.Add(new(series[i].Key, _values[i]));
        }

        return samples.DrainToImmutable();
    }
}
