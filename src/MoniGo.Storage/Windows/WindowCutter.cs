using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Cuts the ticks of a stream into the windows of every selected series.</summary>
internal static class WindowCutter
{
    /// <summary>Cuts ticks in order of time; those before the range only tell where cumulative values stood.</summary>
    public static IEnumerable<SeriesWindows> Cut(Snapshot[] ticks, SampleQuery query, CancellationToken cancellationToken)
    {
        var lanes = new Lanes(query);
        for (var i = 0; i < ticks.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var samples = ticks[i].Find(query.Selector.Instrument)?.Samples ?? [];
            for (var j = 0; j < samples.Length; j++)
                lanes.At(j, samples[j].Series)?.Add(samples[j], ticks[i], follows: i > 0 && ticks[i - 1].Epoch == ticks[i].Epoch);
        }

        return lanes.Finish();
    }

    /// <summary>Finds the end of the window that a moment falls into: the next multiple of the step since 1970.</summary>
    public static DateTimeOffset WindowEnd(DateTimeOffset time, TimeSpan step)
    {
        if (step == TimeSpan.Zero)
            return time;

        var past = (time - DateTimeOffset.UnixEpoch).Ticks % step.Ticks;
        return past == 0 ? time : time.AddTicks(step.Ticks - past);
    }

    /// <summary>One lane per series, null for those not selected, in the order in which they were first seen.</summary>
    private sealed class Lanes(SampleQuery query)
    {
        private readonly List<(SeriesKey Series, SeriesWindowBuilder? Windows)> _lanes = [];
        private readonly Dictionary<SeriesKey, int> _bySeries = [];

        public SeriesWindowBuilder? At(int guess, SeriesKey series)
        {
            // Ticks list the same instances in the same order nearly always, which spares hashing the tags.
            if (guess < _lanes.Count && ReferenceEquals(_lanes[guess].Series, series))
                return _lanes[guess].Windows;

            if (!_bySeries.TryGetValue(series, out var at))
            {
                at = _bySeries[series] = _lanes.Count;
                _lanes.Add((series, query.Selector.Matches(series.Tags) ? new(series, query.Range, query.Step) : null));
            }

            return _lanes[at].Windows;
        }

        public IEnumerable<SeriesWindows> Finish() =>
            from lane in _lanes let windows = lane.Windows?.Finish() where windows is { Windows.Length: > 0 } select windows;
    }
}
