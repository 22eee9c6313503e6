namespace MoniGo.Storage;

/// <summary>The bytes of an axis: its times and runs (FORMAT.md, "Axis").</summary>
internal static class AxisCodec
{
    public static void Write(RowAxis axis, ByteWriter into) => throw new NotSupportedException();

    public static RowAxis Read(ReadOnlySpan<byte> from) => throw new NotSupportedException();
}
