using System.Collections.Immutable;
using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>Lines over time.</summary>
internal sealed record ChartPanel(string Key, string Title, Unit Unit) : Panel(Key, Title)
{
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
            var answer = await reading.RangeAsync(line.Query, cancellationToken);
            lines.Add(new(line.Label, line.Tone, reading.Grid.Spread(line.Join(answer))));
        }

        if (Grouped is not null)
            AddGroups(lines, await reading.RangeAsync(Grouped.Query, cancellationToken), reading.Grid);

        return lines.All(line => line.IsEmpty)
            ? new PanelAnswer(PanelState.Empty) { Lines = lines.DrainToImmutable() }
            : new PanelAnswer(PanelState.Ok) { Lines = lines.DrainToImmutable() };
    }

    /// <inheritdoc />
    public override ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken)
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

        return new(new PanelTick { Values = values });
    }

    private static void Put(Dictionary<string, double> values, string label, double value)
    {
        if (double.IsFinite(value))
            values[label] = Grid.Round(value);
    }

    private void AddGroups(ImmutableArray<LineAnswer>.Builder lines, IReadOnlyList<SeriesResult> answer, Grid grid)
    {
        foreach (var (label, results) in Grouped!.Split(answer))
        {
            var tone = string.Equals(label, GroupedLines.Other, StringComparison.Ordinal) ? Tone.Quiet : (Tone)(lines.Count % 5);
            lines.Add(new(label, tone, grid.SpreadSum(results.SelectMany(result => result.Points))));
        }
    }
}
