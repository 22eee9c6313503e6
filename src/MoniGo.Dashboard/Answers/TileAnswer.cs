namespace MoniGo.Dashboard;

/// <summary>What a tile says.</summary>
/// <param name="Text">The number.</param>
/// <param name="Unit">What follows it.</param>
/// <param name="Detail">The small line under it; null for none.</param>
/// <param name="Tone">How it stands; null where there is nothing to judge.</param>
internal sealed record TileAnswer(string Text, string Unit, string? Detail = null, Tone? Tone = null)
{
    /// <summary>Says a number of bytes in a fitting unit.</summary>
    /// <param name="bytes">The number.</param>
    /// <param name="detail">The small line.</param>
    /// <param name="per">What follows the unit, such as <c>/day</c>.</param>
    public static TileAnswer OfBytes(double bytes, string? detail, string per = "")
    {
        var text = Dashboard.Unit.WriteBytes(bytes).Split(' ');
        return new(text[0], text[1] + per, detail);
    }
}
