using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>What a panel read over a range; which members are set depends on its kind.</summary>
internal sealed record PanelAnswer(PanelState State)
{
    /// <summary>Gets the lines of a chart or a tile's sparkline, on the page's grid.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<LineAnswer> Lines { get; init; }

    /// <summary>Gets the value of each line at the latest tick, by label, where that tick is later than the grid; else null.</summary>
    public Dictionary<string, double>? Now { get; init; }

    /// <summary>Gets the text of a tile.</summary>
    public TileAnswer? Tile { get; init; }

    /// <summary>Gets the rows of a table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<TableRow> Rows { get; init; }

    /// <summary>Gets which rows of a long table those are; null for a table that is shown whole.</summary>
    public ListAnswer? List { get; init; }

    /// <summary>Gets a verdict.</summary>
    public ScoreAnswer? Score { get; init; }

    /// <summary>Gets the cells of a heat map.</summary>
    public HeatmapAnswer? Heatmap { get; init; }

    /// <summary>Gets a trace; only its markup is sent, as it is over and nothing changes it.</summary>
    [JsonIgnore]
    public TraceTree? Trace { get; init; }

    /// <summary>Gets a group of exceptions; only its markup is sent.</summary>
    [JsonIgnore]
    public ExceptionGroup? Exception { get; init; }

    /// <summary>Gets the bars of a distribution.</summary>
    public DistributionAnswer? Bars { get; init; }
}
