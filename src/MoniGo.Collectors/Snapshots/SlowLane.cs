using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Asks a costly source less often than each tick, and repeats its last samples with their age.</summary>
/// <remarks>
/// A source that throws keeps its last samples, grows older, and is asked again when its interval has passed; until then every
/// tick reports the failure.
/// </remarks>
internal sealed class SlowLane(ISnapshotSource source, TimeProvider time, TimeSpan interval, string? name = null) : ISnapshotSource
{
    private static readonly Resource Nobody = new("", "", "", 0, DateTimeOffset.UnixEpoch);

    private readonly SnapshotBuilder _builder = new();
    private SeriesKey? _ageKey;
    private long? _asked;
    private long _read;
    private ImmutableArray<SampleFamily> _last;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Gets the source's name, which tags its age and its failures.</summary>
    public string Name { get; } = name ?? source.GetType().Name;

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        if (_asked is not { } asked || time.GetElapsedTime(asked) >= interval)
            Ask(builder.Time);

        if (!_last.IsDefault)
        {
            Repeat(builder);
            builder.Add(_ageKey ??= new(OwnInstruments.ReadingAge, TagSet.Of("source", Name)), time.GetElapsedTime(_read).TotalSeconds);
        }

        _failure?.Throw();
    }

    private void Ask(DateTimeOffset tick)
    {
        _asked = time.GetTimestamp();
        try
        {
            _builder.Begin(tick);
            source.Collect(_builder);
            _last = _builder.Build(Nobody, epoch: 0, sequence: 0).Families;
            _read = _asked.Value;
            _failure = null;
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }
    }

    private void Repeat(SnapshotBuilder builder)
    {
        foreach (var family in _last)
        {
            foreach (var sample in family.Samples)
            {
                if (sample.Histogram is { } histogram)
                    builder.Add(sample.Series, histogram);
                else
                    builder.Add(sample.Series, sample.Value);
            }
        }
    }
}
