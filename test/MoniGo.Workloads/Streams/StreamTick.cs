using MoniGo.Signals;

namespace MoniGo.Workloads;

/// <summary>One tick of one stream, in the order in which a hub hears of it.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Snapshot">The tick.</param>
/// <param name="Heard">When it arrives; long after the tick for a backlog.</param>
/// <param name="IsBacklog">True when the stream was cut off and hands this in later.</param>
public readonly record struct StreamTick(StreamId Stream, Snapshot Snapshot, DateTimeOffset Heard, bool IsBacklog);
