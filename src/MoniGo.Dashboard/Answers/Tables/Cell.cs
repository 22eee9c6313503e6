using System.Text.Json.Serialization;

namespace MoniGo.Dashboard;

/// <summary>One cell of a table: its text, and where it leads.</summary>
/// <remarks>A text alone is a string in the JSON; the others are objects.</remarks>
/// <param name="Text">What it says.</param>
/// <param name="To">Address of the page it leads to, of <see cref="Target"/>; null for none. The time shown is kept.</param>
/// <param name="Tone">How it stands; null where there is nothing to judge.</param>
[JsonConverter(typeof(CellJson))]
internal readonly record struct Cell(string Text, string? To = null, Tone? Tone = null)
{
    /// <summary>Makes a cell of text alone.</summary>
    public static implicit operator Cell(string text) => new(text);
}
