using System.Collections.Immutable;
using System.Globalization;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Durations over time: each cell says by its colour how many were of that length then.</summary>
/// <param name="Key">Its key, unique on the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="What">What is counted, such as "requests".</param>
/// <param name="Instrument">Name of the histograms of seconds, which are added up.</param>
internal sealed record HeatmapPanel(string Key, string Title, string What, string Instrument) : Panel(Key, Title)
{
    private const double Milliseconds = 1000;

    // Fewer than this would not reach the deepest colour: one request is no crowd.
    private const long FewestForDeepest = 7;

    /// <summary>Gets the conditions that the histograms meet; none by default.</summary>
    public ImmutableArray<TagMatcher> Conditions { get; init; } = [];

    /// <inheritdoc />
    public override async ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var map = await HeatmapReader.ReadAsync(reading.Engine, reading.Select(Instrument, Conditions), reading.Range, reading.Grid.Step, cancellationToken);
        return map is null ? new(PanelState.Empty) : new(PanelState.Ok) { Heatmap = Draw(map) };
    }

    /// <inheritdoc />
    public override async ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken) =>
        reading.RowsAreDue && (await ReadAsync(reading, cancellationToken)).Heatmap is { } map ? new PanelTick { Heatmap = map } : null;

    private HeatmapAnswer Draw(Heatmap map) => new(
        map.First.ToUnixTimeMilliseconds() / 1000d,
        map.Step.TotalSeconds,
        Grid.Round(map.Bound(0) * Milliseconds),
        map.Bound(1) / map.Bound(0),
        map.Rows,
        [.. map.Columns.Select(Trim)],
        Math.Max(map.Most, FewestForDeepest),
        Summarise(map.Total),
        [.. HeatmapTicks.Of(map)]);

    private static ImmutableArray<long> Trim(ImmutableArray<long> column)
    {
        var used = column.Length;
        while (used > 0 && column[used - 1] == 0)
            used--;

        return column[..used];
    }

    private string Summarise(ExponentialHistogram total)
    {
        string Within(double quantile) => Unit.WriteDuration(total.Quantile(quantile));
        var slowest = double.IsNaN(total.Max) ? "" : $" · slowest {Unit.WriteDuration(total.Max)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{total.Count:#,0} {What} · half within {Within(0.5)} · 95 % within {Within(0.95)} · 99 % within {Within(0.99)}{slowest}");
    }
}
