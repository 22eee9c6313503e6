using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>One number with its recent past as a sparkline.</summary>
internal sealed record TilePanel(string Key, string Title, Unit Unit, SeriesQuery Query) : Panel(Key, Title)
{
    // A sparkline is about a hundred pixels wide; the client slides it by one of these.
    private const int SparkColumns = 60;

    /// <summary>Gets whether an instrument that has not reported yet reads as zero, as a counter of events does.</summary>
    public bool ZeroWhenAbsent { get; init; }

    /// <summary>Gets what the small line under the number says; null for none.</summary>
    public Func<PanelReading, string?>? Detail { get; init; }

    /// <summary>Gets what is said in place of the latest value; null for that value.</summary>
    public Func<PanelReading, TileAnswer>? Fact { get; init; }

    /// <inheritdoc />
    public override async ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var answer = await reading.RangeAsync(Query, cancellationToken);
        var line = new LineAnswer(Title, Tone.First, reading.Grid.Spread(answer.Count == 0 ? [] : answer[0].Points));
        var value = reading.IsLive ? Now(reading) : line.Last;
        return new PanelAnswer(line.IsEmpty ? PanelState.Empty : PanelState.Ok)
        {
            Lines = [line with { Values = Grid.Thin(line.Values, SparkColumns) }],
            Tile = Write(value ?? (ZeroWhenAbsent && reading.Latest is not null ? 0 : null), reading),
        };
    }

    /// <inheritdoc />
    public override ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var value = Now(reading) ?? (ZeroWhenAbsent ? 0 : null);
        var tick = new PanelTick { Tile = Write(value, reading) };
        if (value is { } number)
            tick = tick with { Values = new(StringComparer.Ordinal) { [Title] = Grid.Round(number) } };

        return new(tick);
    }

    private double? Now(PanelReading reading)
    {
        var answer = reading.Instant(Query);
        return answer.Count > 0 && answer[0].Points is [.., var last] && double.IsFinite(last.Value) ? last.Value : null;
    }

    private TileAnswer Write(double? value, PanelReading reading) => Fact is not null && reading.IsLive ? Fact(reading) :
        new(Unit.Write(value), value is null ? "" : Unit.Suffix, reading.IsLive ? Detail?.Invoke(reading) : null);
}
