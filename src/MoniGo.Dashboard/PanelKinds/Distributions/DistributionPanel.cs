using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>How the values of a histogram of seconds are spread, with its percentiles marked.</summary>
/// <param name="Key">Its key, unique on the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Read">Reads the distribution of the range; an empty one where nothing was recorded.</param>
internal sealed record DistributionPanel(string Key, string Title, DistributionPanel.Reader Read) : Panel(Key, Title)
{
    /// <summary>Reads a distribution over the range shown.</summary>
    internal delegate ValueTask<ExponentialHistogram> Reader(PanelReading reading, CancellationToken cancellationToken);

    /// <inheritdoc />
    public override async ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var histogram = await Read(reading, cancellationToken);
        return histogram.Count == 0 ? new(PanelState.Empty) : new(PanelState.Ok) { Bars = DistributionBars.Of(histogram) };
    }

    /// <inheritdoc />
    public override async ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken) =>
        reading.RowsAreDue && (await ReadAsync(reading, cancellationToken)).Bars is { } bars ? new PanelTick { Bars = bars } : null;
}
