namespace MoniGo.Dashboard;

/// <summary>One group of exceptions: where they are thrown, and one of them in full.</summary>
/// <param name="Key">Its key, unique on the page.</param>
/// <param name="Title">Its title.</param>
internal sealed record ExceptionPanel(string Key, string Title) : Panel(Key, Title)
{
    /// <summary>Parameter of the page's subject that holds the group's id.</summary>
    public const string Id = "id";

    /// <inheritdoc />
    public override ValueTask<PanelAnswer> ReadAsync(PanelReading reading, CancellationToken cancellationToken)
    {
        var group = reading.Exceptions.Find(reading.Subject[Id] ?? "");
        return new(new PanelAnswer(group is null ? PanelState.Empty : PanelState.Ok) { Exception = group });
    }

    /// <inheritdoc />
    public override ValueTask<PanelTick?> ReadTickAsync(PanelReading reading, CancellationToken cancellationToken) => new((PanelTick?)null);
}
