using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Keeps the instruments that are listened to; those with the same identity share their series.</summary>
/// <remarks>Thread-safe: instruments come on the threads that make them, while the tick reads <see cref="All"/>.</remarks>
internal sealed class InstrumentCatalog(int cardinalityLimit, MeterDrops drops, SlowRequests? slow = null)
{
    // Far above what applications have; a program that makes meters in a loop must not take the memory with it.
    private const int MaxInstruments = 10_000;

    private const string ScopeTag = "otel.scope.name";

    private readonly Lock _gate = new();
    private readonly Dictionary<Identity, Membership> _members = [];
    private readonly InstrumentNames _names = new(MaxInstruments);
    private ImmutableArray<InstrumentSeries> _all = [];

    /// <summary>Gets the series of every instrument that still lives.</summary>
    public ImmutableArray<InstrumentSeries> All
    {
        get
        {
            lock (_gate)
                return _all;
        }
    }

    /// <summary>Finds or makes the series of an instrument; null when its name is taken by another kind, or there are too many.</summary>
    public InstrumentSeries? Join(Instrument instrument, InstrumentShape shape)
    {
        var info = new InstrumentInfo(
            instrument.Name, shape.Kind, instrument.Unit ?? "", instrument.Description ?? "", instrument.Meter.Name);
        var constants = TagText.ToTagSet(TagText.ToTagSet(TagSet.Empty, [.. instrument.Meter.Tags ?? []]), [.. instrument.Tags ?? []]);
        lock (_gate)
        {
            var identity = new Identity(info.Meter, info.Name, constants);
            if (!_members.TryGetValue(identity, out var member))
            {
                if (Make_NeedsLock(info, shape, constants) is not { } series)
                    return null;

                _members.Add(identity, member = new(series, shape));
                _all = _all.Add(series);
            }

            if (member.Shape != shape)
                return null;

            member.Instruments++;
            return member.Series;
        }
    }

    /// <summary>Takes one instrument off its series, which leave with the last of their instruments.</summary>
    public void Leave(InstrumentSeries series)
    {
        lock (_gate)
        {
            foreach (var (identity, member) in _members)
            {
                if (!ReferenceEquals(member.Series, series))
                    continue;

                if (--member.Instruments == 0)
                {
                    _members.Remove(identity);
                    _all = _all.Remove(series);
                }

                return;
            }
        }
    }

    private InstrumentSeries? Make_NeedsLock(InstrumentInfo info, InstrumentShape shape, TagSet constants)
    {
        if (_members.Count >= MaxInstruments)
            return null;

        if (_names.OwnerOf(info) is not { } owner || owner.Kind != info.Kind)
            return null;

        var tags = string.Equals(owner.Meter, info.Meter, StringComparison.Ordinal) ? constants : constants.With(ScopeTag, info.Meter);
        return new(info, shape, tags, cardinalityLimit, drops, IsRequests(info) ? slow : null);
    }

    private static bool IsRequests(InstrumentInfo info) => info is
    {
        Name: PlatformInstruments.RequestDuration, Meter: PlatformInstruments.HostingMeter, Kind: InstrumentKind.Histogram,
    };

    private readonly record struct Identity(string Meter, string Name, TagSet Constants);

    private sealed class Membership(InstrumentSeries series, InstrumentShape shape)
    {
        public InstrumentSeries Series { get; } = series;

        public InstrumentShape Shape { get; } = shape;

        public int Instruments { get; set; }
    }
}
