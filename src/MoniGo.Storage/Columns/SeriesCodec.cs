using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>The bytes of one series: presence, then its columns (FORMAT.md, "Series chunk").</summary>
internal static class SeriesCodec
{
    /// <summary>Writes a series.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="axisCount">Number of rows of the axis.</param>
    /// <param name="kind">Decides which columns there are.</param>
    /// <param name="isRolledUp">Decides, too.</param>
    /// <param name="into">Where the bytes go.</param>
    public static void Write(SeriesRows rows, int axisCount, InstrumentKind kind, bool isRolledUp, ByteWriter into) =>
        throw new NotSupportedException();

    /// <summary>Reads a series; what does not fit is a <see cref="DamagedDataException"/>, whatever the bytes are.</summary>
    public static void Read(ReadOnlySpan<byte> from, int axisCount, InstrumentKind kind, bool isRolledUp, SeriesRows into) =>
        throw new NotSupportedException();
}
