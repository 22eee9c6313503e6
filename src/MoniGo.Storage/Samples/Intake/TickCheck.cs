using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Says what is wrong with a tick that some source made up.</summary>
/// <remarks>
/// What passes can be written and read back; what does not would fail in the middle of the log, where later ticks build on it. Sources
/// hand out the same series tick by tick, so what is known from the tick before is compared by reference only.
/// </remarks>
internal static class TickCheck
{
    // A tick must fit into a frame of the log (LogFormat.MaxPayload) whatever its numbers are.
    private const int MostSamples = 500_000;
    private const int MostText = 8 << 20;

    /// <summary>Checks a tick.</summary>
    /// <param name="stream">Its stream.</param>
    /// <param name="snapshot">The tick.</param>
    /// <param name="before">A tick that was found right; null when there is none.</param>
    /// <returns>What is wrong, for people; null when nothing is.</returns>
    public static string? WhatIsWrong(StreamId stream, Snapshot snapshot, Snapshot? before = null) =>
        string.IsNullOrEmpty(stream.Value) ? "The stream has no name."
        : snapshot.Sequence < 1 ? $"Sequence {snapshot.Sequence} is not a tick; they count from 1."
        : snapshot.Families.IsDefault ? "The snapshot has no families."
        : snapshot.Resource is null ? "The snapshot does not say which process was measured."
        : WhatIsWrong(snapshot.Families, before?.Families ?? []);

    private static string? WhatIsWrong(ImmutableArray<SampleFamily> families, ImmutableArray<SampleFamily> before)
    {
        var (samples, text) = (0, 0L);
        for (var i = 0; i < families.Length; i++)
        {
            var family = families[i];
            if (family?.Instrument?.Name is null || family.Samples.IsDefault)
                return "A family of the snapshot has no instrument, no name or no samples.";

            samples += family.Samples.Length;
            var known = i < before.Length ? before[i].Samples : [];
            for (var j = 0; j < family.Samples.Length; j++)
            {
                var series = family.Samples[j].Series;
                if (j < known.Length && ReferenceEquals(series, known[j].Series))
                    continue;

                if (WhatIsWrong(series, ref text) is { } reason)
                    return reason;
            }
        }

        return samples > MostSamples || text > MostText ? $"The snapshot is too large: {samples} samples, {text} characters that are new." : null;
    }

    private static string? WhatIsWrong(SeriesKey? series, ref long text)
    {
        if (series?.Instrument?.Name is not { } name)
            return "A sample has no series, or its series no name.";

        if (!Enum.IsDefined(series.Instrument.Kind))
            return $"{name} is of no known kind of instrument.";

        text += name.Length + (series.Instrument.Unit?.Length ?? 0) + (series.Instrument.Description?.Length ?? 0);
        for (var i = 0; i < series.Tags.Count; i++)
        {
            var (key, value) = series.Tags[i];
            if (key is null || value is null)
                return $"A tag of {name} has no value.";

            text += key.Length + value.Length;
        }

        return null;
    }
}
