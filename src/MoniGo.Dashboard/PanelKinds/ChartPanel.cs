using System.Collections.Immutable;
using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>Lines over time.</summary>
internal sealed record ChartPanel(string Key, string Title, Unit Unit) : Panel(Key, Title)
{
    private static readonly TimeSpan ShortestWithBand = TimeSpan.FromHours(1);

    /// <summary>Gets the lines it always has.</summary>
    public ImmutableArray<Line> Lines { get; init; } = [];

    /// <summary>Gets the lines that come from the data; null for none.</summary>
    public GroupedLines? Grouped { get; init; }

    /// <inheritdoc />
    public override async ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var lines = ImmutableArray.CreateBuilder<LineAnswer>();
        foreach (var line in Lines)
        {
            lines.Add(Draw(line, await reading.RangeAsync(line.Query, cancellationToken), reading));
        }

        if (Grouped is not null)
            AddGroups(lines, await reading.RangeAsync(Grouped.Query, cancellationToken), reading);

        var now = reading.LatestIsMissing ? Now(reading) : null;
        return new PanelAnswer(lines.All(line => line.IsEmpty) && now is not { Count: > 0 } ? PanelState.Empty : PanelState.Ok)
        {
            Lines = lines.DrainToImmutable(),
            Now = now,
        };
    }

    /// <inheritdoc />
    public override ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken) =>
        new(new PanelTick { Values = Now(reading) });

    private static LineAnswer Draw(Line line, IReadOnlyList<SeriesResult> answer, PanelReading reading)
    {
        SeriesPoint[] points = [.. line.Join(answer)];
        var drawn = new LineAnswer(line.Label, line.Tone, reading.Grid.Spread(points));
        return !line.HasBand || reading.Range.Length < ShortestWithBand ? drawn : drawn with
        {
            Band = BandAnswer.Around(
                drawn.Values,
                reading.Grid.Spread(points.Select(point => point with { Value = point.Min })),
                reading.Grid.Spread(points.Select(point => point with { Value = point.Max }))),
        };
    }

    private Dictionary<string, double> Now(PanelReading reading)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in Lines)
        {
            foreach (var point in line.Join(reading.Instant(line.Query)))
                Put(values, line.Label, point.Value);
        }

        foreach (var result in Grouped is null ? [] : reading.Instant(Grouped.Query))
        {
            foreach (var point in result.Points)
                Put(values, Grouped!.Label(result.Group), values.GetValueOrDefault(Grouped.Label(result.Group)) + point.Value);
        }

        return values;
    }

    private static void Put(Dictionary<string, double> values, string label, double value)
    {
        if (double.IsFinite(value))
            values[label] = Grid.Round(value);
    }

    private void AddGroups(ImmutableArray<LineAnswer>.Builder lines, IReadOnlyList<SeriesResult> answer, PanelReading reading)
    {
        // Before the first whole window is over, the latest tick tells which lines there will be.
        var isEarly = answer.Count == 0 && reading.LatestIsMissing;
        foreach (var (label, results) in Grouped!.Split(isEarly ? reading.Instant(Grouped.Query) : answer))
        {
            var tone = string.Equals(label, GroupedLines.Other, StringComparison.Ordinal) ? Tone.Quiet : (Tone)(lines.Count % 5);
            lines.Add(new(label, tone, reading.Grid.SpreadSum(isEarly ? [] : results.SelectMany(result => result.Points))));
        }
    }
}
