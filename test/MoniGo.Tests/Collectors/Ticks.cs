using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>What the tests of collectors need again and again.</summary>
internal static class Ticks
{
    public static readonly DateTimeOffset Start = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    public static readonly Resource Resource = new("shop", "run-1", "host", 1, Start);

    /// <summary>Asks sources once, as a tick does.</summary>
    public static Snapshot Collect(params ISnapshotSource[] sources)
    {
        var builder = new SnapshotBuilder();
        builder.Begin(Start);
        foreach (var source in sources)
            source.Collect(builder);

        return builder.Build(Resource, epoch: 1, sequence: 1);
    }

    /// <summary>Gets the value of a series; null when it is absent.</summary>
    public static double? Value(this Snapshot snapshot, InstrumentInfo instrument, params (string Key, string Value)[] tags) =>
        snapshot.Value(instrument.Name, tags);

    /// <summary>Gets the value of a series; null when it is absent.</summary>
    public static double? Value(this Snapshot snapshot, string instrument, params (string Key, string Value)[] tags) =>
        snapshot.Find(instrument, Tags(tags))?.Value;

    /// <summary>Gets the distribution of a series; null when it is absent.</summary>
    public static ExponentialHistogram? Histogram(this Snapshot snapshot, string instrument, params (string Key, string Value)[] tags) =>
        snapshot.Find(instrument, Tags(tags))?.Histogram;

    private static TagSet Tags((string Key, string Value)[] tags) =>
        TagSet.Create([.. tags.Select(tag => new KeyValuePair<string, string>(tag.Key, tag.Value))]);
}
