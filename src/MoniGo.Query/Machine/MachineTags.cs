using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>The tags that tell the series of the machine's instruments apart.</summary>
/// <remarks>Keys and values are those of OpenTelemetry's system conventions, as <see cref="HostInstruments"/> names them.</remarks>
internal static class MachineTags
{
    /// <summary>Bytes read from disks.</summary>
    public static readonly TagMatcher Read = new("disk.io.direction", "read");

    /// <summary>Bytes written to disks.</summary>
    public static readonly TagMatcher Write = new("disk.io.direction", "write");

    /// <summary>Bytes sent.</summary>
    public static readonly TagMatcher Transmit = new("network.io.direction", "transmit");

    /// <summary>Bytes received.</summary>
    public static readonly TagMatcher Receive = new("network.io.direction", "receive");

    /// <summary>Swap space in use.</summary>
    public static readonly TagMatcher SwapUsed = new("system.paging.state", "used");

    /// <summary>Swap space that is free.</summary>
    public static readonly TagMatcher SwapFree = new("system.paging.state", "free");

    /// <summary>File system space in use.</summary>
    public static readonly TagMatcher FileSystemUsed = new("system.filesystem.state", "used");

    /// <summary>File system space that is free.</summary>
    public static readonly TagMatcher FileSystemFree = new("system.filesystem.state", "free");

    /// <summary>Load over one minute.</summary>
    public static readonly TagMatcher Load1 = new("period", "1m");

    /// <summary>Load over five minutes.</summary>
    public static readonly TagMatcher Load5 = new("period", "5m");

    /// <summary>Load over fifteen minutes.</summary>
    public static readonly TagMatcher Load15 = new("period", "15m");
}
