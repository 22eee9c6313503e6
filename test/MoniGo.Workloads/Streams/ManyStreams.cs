namespace MoniGo.Workloads;

/// <summary>A fleet of small processes with random phases, ten of which hand in a backlog of a day at the end.</summary>
/// <remarks>Deterministic as <see cref="ReferenceDay"/> is.</remarks>
/// <param name="streams">Number of streams; 1 000 in the published figures.</param>
/// <param name="interval">Time between the ticks of a stream; 5 seconds when null.</param>
/// <param name="end">When the last tick is due; midnight after 20 November 2026 when null.</param>
public sealed class ManyStreams(int streams = 1_000, TimeSpan? interval = null, DateTimeOffset? end = null)
{
    /// <summary>Streams that were cut off.</summary>
    public const int CutOff = 10;

    private const int FirstLane = 100_000;
    private readonly TimeSpan _interval = interval ?? ReferenceDay.Interval;

    /// <summary>Gets the moment at which the last tick of a stream is due, its phase aside.</summary>
    public DateTimeOffset End { get; } = end ?? new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the ticks of streams that are heard at once, in order of time, without those that were cut off.</summary>
    public IEnumerable<StreamTick> Punctual(TimeSpan duration)
    {
        var (count, start) = (Ticks(duration), End - duration);
        var fleet = Enumerable.Range(0, streams - Math.Min(CutOff, streams)).Select(Begin).ToArray();
        for (var sequence = 1; sequence <= count; sequence++)
        {
            // Sorted by phase within each round: a hub hears them so.
            foreach (var tick in fleet.Select(stream => (stream.Id, Snapshot: stream.Next(start, sequence))).OrderBy(tick => tick.Snapshot.Time))
                yield return new(tick.Id, tick.Snapshot, tick.Snapshot.Time, IsBacklog: false);
        }
    }

    /// <summary>Makes what the streams that were cut off hand in after the end, stream by stream, each in order.</summary>
    /// <param name="duration">How long they were cut off; a day in the published figures.</param>
    public IEnumerable<StreamTick> Backlog(TimeSpan duration)
    {
        var (count, start) = (Ticks(duration), End - duration);
        for (var number = streams - Math.Min(CutOff, streams); number < streams; number++)
        {
            var stream = Begin(number);
            for (var sequence = 1; sequence <= count; sequence++)
                yield return new(stream.Id, stream.Next(start, sequence), End + _interval, IsBacklog: true);
        }
    }

    /// <summary>Gets the number of series of all streams.</summary>
    public int SeriesCount() => Enumerable.Range(0, streams).Sum(number => Begin(number).SeriesCount);

    private int Ticks(TimeSpan duration) => (int)(duration / _interval);

    private SmallStream Begin(int number) => new(number, FirstLane + number, _interval);
}
