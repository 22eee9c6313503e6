using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>Makes the ticks of a process that may restart, reset a counter, miss ticks, and set its clock back.</summary>
internal sealed class RandomScript(int seed)
{
    public static readonly long Start = new DateTime(2026, 11, 20, 21, 0, 0, DateTimeKind.Utc).Ticks;

    private readonly Random _random = new(seed);
    private readonly Dictionary<SeriesKey, RowCell> _totals = [];

    public int SeriesPerKind { get; init; } = 3;

    /// <summary>Gets how often a series that may be sparse is there; totals are always there unless <see cref="HasSparseTotals"/>.</summary>
    public double Presence { get; init; } = 0.6;

    public bool HasSparseTotals { get; init; }

    public double Restarts { get; init; }

    public double Falls { get; init; }

    public double ClockChanges { get; init; }

    /// <summary>Gets whether falls and restarts lose more than an hour brings back; else totals soon climb past what they lost.</summary>
    public bool LosesMuch { get; init; }

    public IEnumerable<RowTick> Make(int count)
    {
        var (time, epoch, sequence) = (Start, 1L, 0L);
        var ticks = new List<RowTick>();
        for (var i = 0; i < count; i++)
        {
            if (_random.NextDouble() < Restarts)
            {
                (epoch, sequence) = (epoch + 1, 0);
                _totals.Clear();
            }

            if (_random.NextDouble() < ClockChanges)
                time -= _random.Next(200) * TimeSpan.TicksPerSecond;

            time += (5 * TimeSpan.TicksPerSecond) + (_random.Next(4) == 0 ? _random.Next(50_000) : 0);
            sequence += _random.Next(30) == 0 ? 2 : 1;
            ticks.Add(new(time, epoch, sequence, Cells(LosesMuch ? 10_000_000 - ((int)epoch * 200_000) : 0)));
        }

        return ticks.OrderBy(tick => tick.Key);
    }

    public static SeriesKey Key(InstrumentKind kind, int number) => number == 0
        ? new(new($"test.{kind}", kind, "By", "What is measured."))
        : new(new($"test.{kind}", kind, "By", "What is measured."), TagSet.Of("n", $"{number}").With("side", number % 2 == 0 ? "left" : "right"));

    private Dictionary<SeriesKey, RowCell> Cells(int floor)
    {
        var cells = new Dictionary<SeriesKey, RowCell>();
        for (var n = 0; n < SeriesPerKind; n++)
        {
            foreach (var kind in Enum.GetValues<InstrumentKind>())
            {
                var isTotal = kind is InstrumentKind.Counter or InstrumentKind.Histogram;
                if (n > 0 && (!isTotal || HasSparseTotals) && _random.NextDouble() >= Presence)
                    continue;

                var key = Key(kind, n);
                cells[key] = isTotal ? _totals[key] = Next(key, floor) : RowCell.Of(_random.Next(-1000, 1000));
            }
        }

        return cells;
    }

    private RowCell Next(SeriesKey key, int floor)
    {
        var before = _totals.GetValueOrDefault(key) ?? Begin(key, floor);
        if (_random.NextDouble() < Falls)
            before = Begin(key, Math.Max(0, (int)before.Last - 10_000));

        if (key.Instrument.Kind == InstrumentKind.Counter)
            return RowCell.Of(before.Last + _random.Next(10));

        var recorded = TickScript.Recorded([.. Enumerable.Range(0, _random.Next(3)).Select(_ => (double)_random.Next(-1, 100))]);
        return RowCell.Of(before.Histogram!.Merge(recorded));
    }

    private static RowCell Begin(SeriesKey key, int total) => key.Instrument.Kind == InstrumentKind.Counter
        ? RowCell.Of(total)
        : RowCell.Of(new ExponentialHistogram(total > 0 ? [16] : [], total > 0 ? [total] : [], 0, total, 1, 2));
}
