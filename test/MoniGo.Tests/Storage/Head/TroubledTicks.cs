using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>The ticks of an imagined process with every misfortune: restarts, resets, gaps, a clock set back, series that come and go.</summary>
internal sealed class TroubledTicks
{
    private readonly Random _random;
    private readonly TickScript _script = new(TickScript.Noon);
    private readonly bool _isClockSteady;
    private readonly List<Life> _lives = [];

    public TroubledTicks(int seed, bool isClockSteady = false)
    {
        (_random, _isClockSteady) = (new(seed), isClockSteady);
        foreach (var instrument in new[] { TickScript.Jobs, TickScript.Level, TickScript.Open, TickScript.Latency })
        {
            for (var i = 0; i < 3; i++)
                _lives.Add(new(TickScript.Key(instrument, ("i", $"{i}")), _random));
        }
    }

    public IEnumerable<SeriesKey> Series => _lives.Select(life => life.Key);

    /// <summary>Makes ticks in the order in which the process measured them.</summary>
    public Snapshot[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];

    /// <summary>Puts ticks in the order in which a store shows them.</summary>
    public static Snapshot[] Sorted(IEnumerable<Snapshot> ticks) =>
        [.. ticks.OrderBy(tick => tick.Time).ThenBy(tick => tick.Epoch).ThenBy(tick => tick.Sequence)];

    /// <summary>Lets some ticks arrive late.</summary>
    public Snapshot[] Delayed(IEnumerable<Snapshot> ticks) =>
        [.. ticks.Index().OrderBy(tick => tick.Index + (_random.Next(10) == 0 ? _random.Next(30) : 0)).Select(tick => tick.Item)];

    private Snapshot Next()
    {
        if (_random.Next(60) == 0)
            Restart();

        if (_random.Next(40) == 0)
            _script.Skip(_random.Next(1, 30));

        if (!_isClockSteady && _random.Next(60) == 0)
            _script.SetClock(_script.Now - TimeSpan.FromSeconds(_random.Next(1, 90)));

        return _script.Next(builder => _lives.ForEach(life => life.Add(builder)));
    }

    private void Restart()
    {
        _script.Restart();
        foreach (var life in _lives)
            life.Restart();
    }

    private sealed class Life(SeriesKey key, Random random)
    {
        private readonly int _presence = random.Next(3) switch { 0 => 100, 1 => 90, _ => 10 };
        private HistogramAccumulator _recorded = new();
        private ExponentialHistogram _histogram = ExponentialHistogram.Empty;
        private double _value = random.Next(1000);

        public SeriesKey Key => key;

        public void Add(SnapshotBuilder builder)
        {
            if (random.Next(100) >= _presence)
                return;

            if (key.Instrument.Kind == InstrumentKind.Histogram)
                builder.Add(key, Record());
            else
                builder.Add(key, Move());
        }

        public void Restart()
        {
            if (random.Next(3) == 0 && key.Instrument.Kind != InstrumentKind.Histogram)
                return; // a counter of the machine

            (_value, _recorded, _histogram) = (0, new(), ExponentialHistogram.Empty);
        }

        private double Move()
        {
            if (random.Next(50) == 0)
                _value /= 2;

            return key.Instrument.Kind switch
            {
                InstrumentKind.Counter => _value += random.Next(4) == 0 ? random.NextDouble() * 10 : random.Next(3),
                InstrumentKind.UpDownCounter => _value += random.Next(-3, 4),
                _ => random.NextDouble() * 100,
            };
        }

        private ExponentialHistogram Record()
        {
            if (random.Next(80) == 0)
                _recorded = new();
            else if (random.Next(3) == 0)
                return _histogram; // idle: the same instance as before

            for (var i = random.Next(5); i >= 0; i--)
                _recorded.Record(random.Next(20) == 0 ? 0 : Math.Exp(random.NextDouble() * 4));

            return _histogram = _recorded.ToHistogram();
        }
    }
}
