using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Makes the ticks of imagined processes that restart, churn, reset and set their clocks, by a seed.</summary>
internal sealed class RandomSnapshots
{
    private static readonly double[] Odd =
        [0, -0.0, 1, -1, 63, 64, 65, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, 1L << 53, 1e300, Math.PI];

    private readonly Random _random;
    private readonly string _name;
    private readonly List<Lane> _lanes = [];
    private Resource _resource;
    private long _epoch = 1;
    private long _sequence;
    private long _time = TickScript.Noon.Ticks;
    private int _made;

    public RandomSnapshots(int seed, string name)
    {
        (_random, _name) = (new(seed), name);
        _resource = NewResource();
        for (var i = _random.Next(30); i >= 0; i--)
            _lanes.Add(NewLane());
    }

    public Snapshot Next()
    {
        if (Chance(20))
            Restart();

        _sequence += Chance(10) ? _random.Next(-5, 50) : 1;
        _time += Chance(10) ? _random.NextInt64(-1_000_000_000, 1_000_000_000) : 50_000_000;
        Churn();
        var present = _lanes.Where(lane => lane.IsSteady || Chance(3)).ToList();
        var families = present.Select(lane => lane.Sample(_random))
            .GroupBy(sample => sample.Series.Instrument.Name, StringComparer.Ordinal)
            .OrderBy(family => family.Key, StringComparer.Ordinal)
            .Select(family => new SampleFamily(Chance(10) ? family.Last().Series.Instrument : family.First().Series.Instrument, [.. family]))
            .ToImmutableArray();
        return new(_resource, _epoch, _sequence, new(_time, TimeSpan.Zero), Chance(30) ? [] : families);
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private void Restart()
    {
        (_epoch, _sequence, _resource) = (_epoch + 1, 0, Chance(2) ? _resource with { } : NewResource());
        _lanes.ForEach(lane => lane.Reset());
    }

    private void Churn()
    {
        for (var i = Chance(4) ? _random.Next(10) : 0; i > 0; i--)
            _lanes.Insert(_random.Next(_lanes.Count + 1), NewLane());

        for (var i = Chance(4) ? _random.Next(_lanes.Count) : 0; i > 0; i--)
            _lanes.RemoveAt(_random.Next(_lanes.Count));

        if (Chance(15))
            _lanes.Reverse();

        if (_lanes.Count > 0 && Chance(8))
            _lanes.Add(_lanes[_random.Next(_lanes.Count)]); // two sources publish one series

        if (_lanes.Count > 0 && Chance(8))
            _lanes[_random.Next(_lanes.Count)].MakeAnew();
    }

    private Resource NewResource() => new("shop", $"run-{_random.Next()}", "box", _random.Next(), new(_time, TimeSpan.Zero), "1.0", "Tést");

    private Lane NewLane()
    {
        var instrument = new InstrumentInfo(
            $"{_name}.{(char)('a' + _random.Next(8))}", (InstrumentKind)_random.Next(4), "s", Chance(3) ? "Some text" : "", "Meter");
        return new(TickScript.Key(instrument, ("id", (_made++ / 2).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("zone", "é")), Chance(5) ? 0 : _random.Next(1, 5));
    }

    /// <summary>One series and where it stands.</summary>
    private sealed class Lane(SeriesKey series, int habit)
    {
        private SeriesKey _series = series;
        private double _value;
        private ExponentialHistogram _histogram = ExponentialHistogram.Empty;

        public bool IsSteady => habit > 0;

        public void Reset() => (_value, _histogram) = (0, ExponentialHistogram.Empty);

        /// <summary>Lets the source hand out another instance of the same series, or of one that differs in its instrument only.</summary>
        public void MakeAnew() => _series = new(_series.Instrument with { Unit = _value > 3 ? "ms" : _series.Instrument.Unit }, TagSet.Create([.. _series.Tags]));

        public Sample Sample(Random random)
        {
            if (_series.Instrument.Kind == InstrumentKind.Histogram)
                return Record(random);

            _value = habit switch
            {
                1 => _value,
                2 => _value + random.Next(100),
                3 => random.NextDouble() * 1000,
                _ => Odd[random.Next(Odd.Length)],
            };
            return new(_series, _value);
        }

        private Sample Record(Random random)
        {
            if (habit != 1 || random.Next(5) == 0)
                _histogram = random.Next(12) switch
                {
                    0 => ExponentialHistogram.Empty,
                    1 => new(_histogram.Indices, _histogram.Counts, _histogram.ZeroCount, _histogram.Sum, _histogram.Min, _histogram.Max),
                    2 => Recorded(random),
                    _ => _histogram.Merge(Recorded(random)),
                };

            if (random.Next(20) == 0)
                return new(_series, 7, new([int.MinValue, 5, int.MaxValue], [1, 0, -7], 3, double.NaN, -1, 1)); // no source makes one

            return new(_series, random.Next(40) == 0 ? random.NextDouble() : _histogram.Count, _histogram);
        }

        private static ExponentialHistogram Recorded(Random random) =>
            TickScript.Recorded([.. Enumerable.Range(0, random.Next(20)).Select(_ => Math.Exp(random.NextDouble() * 8) - 1.5)]);
    }
}
