using System.Text.Json;
using System.Text.Json.Serialization;

namespace MoniGo.Dashboard;

/// <summary>Writes a cell: as a string where it is text alone, else as an object.</summary>
internal sealed class CellJson : JsonConverter<Cell>
{
    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options)
    {
        if (value is { To: null, Tone: null })
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("text"u8, value.Text);
        if (value.To is { } to)
            writer.WriteString("to"u8, to);

        if (value.Tone is { } tone)
            writer.WriteString("tone"u8, tone.Class());

        writer.WriteEndObject();
    }

    /// <inheritdoc />
    public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cells are written and never read.");
}
