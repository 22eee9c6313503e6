using System.Collections.Immutable;
using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>Reads MoniGo's fields over a range, or as they stand now.</summary>
/// <remarks>Thread-safe. A series that several fields need is read once.</remarks>
internal sealed class FieldHistory(SeriesEngine engine, TimeSpan tickInterval)
{
    /// <summary>Reads fields over a range, at most <see cref="SeriesEngine.MaxPoints"/> rows in ascending order.</summary>
    public async ValueTask<IReadOnlyList<FieldRow>> ReadAsync(
        IReadOnlyCollection<MoniGoField> fields, TimeRange range, CancellationToken cancellationToken = default)
    {
        var step = Steps.For(range, tickInterval);
        var readings = new Dictionary<SeriesQuery, IReadOnlyDictionary<DateTimeOffset, double>>(ReferenceEqualityComparer.Instance);
        foreach (var query in fields.SelectMany(field => field.Inputs))
        {
            if (!readings.ContainsKey(query))
                readings[query] = ByTime(await engine.RangeAsync(query, range, step, cancellationToken));
        }

        return
        [
            .. from time in readings.Values.SelectMany(reading => reading.Keys).Distinct().Order()
               let row = new FieldRow(time, Values(fields, query => readings[query].TryGetValue(time, out var value) ? value : null))
               where row.Values.Count > 0
               select row,
        ];
    }

    /// <summary>Reads fields as they stood at the latest snapshot.</summary>
    public static FieldRow Latest(IReadOnlyCollection<MoniGoField> fields, Snapshot latest, Snapshot? previous) =>
        new(latest.Time, Values(fields, query => SeriesEngine.Instant(query, latest, previous) is [var only] ? only.Points[0].Value : null));

    private static List<KeyValuePair<MoniGoField, double>> Values(
        IReadOnlyCollection<MoniGoField> fields, Func<SeriesQuery, double?> read)
    {
        var values = new List<KeyValuePair<MoniGoField, double>>(fields.Count);
        foreach (var field in fields)
        {
            ImmutableArray<double?> inputs = [.. field.Inputs.Select(read)];
            if (field.Compute(inputs) is { } value && double.IsFinite(value))
                values.Add(new(field, value));
        }

        return values;
    }

    private static Dictionary<DateTimeOffset, double> ByTime(IReadOnlyList<SeriesResult> results) =>
        results is [var only] ? only.Points.ToDictionary(point => point.Time, point => point.Value) : [];
}
