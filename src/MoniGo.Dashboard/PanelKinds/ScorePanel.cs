namespace MoniGo.Dashboard;

/// <summary>One verdict with the reasons for it.</summary>
/// <param name="Key">Its key, unique on the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Read">Judges the latest tick; null while there is too little to judge by.</param>
internal sealed record ScorePanel(string Key, string Title, Func<PanelReading, ScoreAnswer?> Read) : Panel(Key, Title)
{
    /// <inheritdoc />
    public override ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var score = Read(reading);
        return new(new PanelAnswer(score is null ? PanelState.Empty : PanelState.Ok) { Score = score });
    }

    /// <inheritdoc />
    public override ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken) =>
        new(Read(reading) is { } score ? new PanelTick { Score = score } : null);
}
