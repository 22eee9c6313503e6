using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace MoniGo.Dashboard;

/// <summary>Small decisions that several templates share.</summary>
internal static class Markup
{
    /// <summary>Gets the style sheet's class of a tone.</summary>
    public static string Class(this Tone tone) => tone switch
    {
        Tone.First => "tone-first",
        Tone.Second => "tone-second",
        Tone.Third => "tone-third",
        Tone.Fourth => "tone-fourth",
        Tone.Fifth => "tone-fifth",
        Tone.Quiet => "tone-quiet",
        Tone.Good => "tone-good",
        Tone.Warn => "tone-warn",
        _ => "tone-bad",
    };

    /// <summary>Gets the style sheet's class of a column.</summary>
    public static string Class(this Column column) => column.Kind.Class() + (column.IsEstimate ? " estimate" : "") + (column.IsMinor ? " minor" : "") + (column.IsExtra ? " extra" : "");

    /// <summary>Splits a function's name into its type, its own name and its signature; <c>tables.ts</c> does the same. A route stays whole.</summary>
    public static (string Type, string Name, string Signature) SplitFunction(string function)
    {
        var end = function.IndexOf('(', StringComparison.Ordinal);
        end = end > 0 ? end : function.Length;
        if (function.AsSpan(0, end).Contains('/'))
            return ("", function, "");

        var dot = function.LastIndexOf('.', end - 1) + 1;
        return (function[..dot], function[dot..end], function[end..]);
    }

    /// <summary>Writes the text of a cell without JavaScript, where the reader's clock is not known.</summary>
    public static string Write(this ColumnKind kind, string text) =>
        kind == ColumnKind.Moment && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment.ToString("MMM d, HH:mm", CultureInfo.InvariantCulture)
            : text;

    /// <summary>Gets the style sheet's class of what is set as a column's cells are.</summary>
    public static string Class(this ColumnKind kind) => kind switch
    {
        ColumnKind.Name => "name",
        ColumnKind.Function => "name function",
        ColumnKind.Word => "word",
        ColumnKind.Moment => "moment",
        ColumnKind.Alarm => "num alarm",
        ColumnKind.Minor => "num minor",
        ColumnKind.Text => "text",
        ColumnKind.Length => "length",
        ColumnKind.Trend => "trend",
        _ => "num",
    };

    /// <summary>Makes the script element, which Razor does not allow in a component.</summary>
    public static RenderFragment Script(PageModel model) => builder =>
    {
        builder.OpenElement(0, "script");
        builder.AddAttribute(1, "type", "module");
        builder.AddAttribute(2, "src", model.Links.Asset("app.js"));
        builder.AddAttribute(3, "integrity", model.Links.Assets["app.js"].Integrity);
        builder.AddAttribute(4, "nonce", model.Nonce);
        builder.CloseElement();
    };

    /// <summary>Embeds JSON as text of a template element.</summary>
    /// <remarks>Safe unescaped: System.Text.Json's default encoder writes &lt;, &gt;, &amp; and ' as \u escapes.</remarks>
    public static MarkupString Json(string json) => new(json);
}
