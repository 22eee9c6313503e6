using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>Estimates the bytes that small records cost in memory, which are mostly text.</summary>
/// <remarks>Text that several records share is counted for each, so the estimate errs on the large side.</remarks>
internal static class TextWeight
{
    private const int RecordBytes = 128; // the object, its fields, and its place in a list
    private const int StringBytes = 22;  // header, length and terminator
    private const int LineBytes = 40;    // its place in the span's array

    /// <summary>Weighs a span with its tags and log lines.</summary>
    public static long Of(Span span)
    {
        var bytes = RecordBytes + Of(span.TraceId) + Of(span.SpanId) + Of(span.ParentId) + Of(span.Name) + Of(span.Error);
        foreach (var (key, value) in span.Tags)
            bytes += Of(key) + Of(value);

        foreach (var line in span.Lines.IsDefault ? [] : span.Lines)
            bytes += LineBytes + Of(line.Level) + Of(line.Category) + Of(line.Message);

        return bytes;
    }

    /// <summary>Weighs an entry of the event log.</summary>
    public static long Of(EventEntry entry) =>
        RecordBytes + Of(entry.Actor) + Of(entry.Action) + Of(entry.Subject) + Of(entry.Detail);

    /// <summary>Weighs a document of a state store.</summary>
    public static long Of(StateDocument document) => RecordBytes + Of(document.Key) + document.Value.Length;

    private static long Of(string? text) => text is null ? 0 : StringBytes + (sizeof(char) * (long)text.Length);
}
