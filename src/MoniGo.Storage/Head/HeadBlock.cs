namespace MoniGo.Storage;

/// <summary>Rows of one series that were compressed together.</summary>
/// <param name="First">The first axis row, in the order in which ticks were added.</param>
/// <param name="Span">Number of axis rows from the first to the last.</param>
/// <param name="Count">Number of rows that the series is present in.</param>
/// <param name="Bytes">What <see cref="SeriesCodec"/> wrote.</param>
internal readonly record struct HeadBlock(int First, int Span, int Count, byte[] Bytes);
