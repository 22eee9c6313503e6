using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace MoniGo.Dashboard;

/// <summary>What one tick adds to a panel.</summary>
internal sealed record PanelTick
{
    /// <summary>Gets the new value of each line that has one, by label.</summary>
    public Dictionary<string, double>? Values { get; init; }

    /// <summary>Gets the new text of a tile.</summary>
    public TileAnswer? Tile { get; init; }

    /// <summary>Gets the new rows of a table.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<TableRow> Rows { get; init; }

    /// <summary>Gets which rows of a long table those are; null for a table that is shown whole.</summary>
    public ListAnswer? List { get; init; }

    /// <summary>Gets the new verdict.</summary>
    public ScoreAnswer? Score { get; init; }

    /// <summary>Gets the new cells of a heat map.</summary>
    public HeatmapAnswer? Heatmap { get; init; }

    /// <summary>Gets the bars of a distribution.</summary>
    public DistributionAnswer? Bars { get; init; }
}
