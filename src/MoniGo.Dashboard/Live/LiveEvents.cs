using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MoniGo.Dashboard;

/// <summary>The events of the live stream, as bytes of the server-sent-events format.</summary>
internal static class LiveEvents
{
    /// <summary>Gets the opening: how long a browser waits before it comes again by itself.</summary>
    public static ReadOnlyMemory<byte> Open { get; } = "retry: 3000\n\n"u8.ToArray();

    /// <summary>Gets the comment that keeps proxies from closing a quiet stream, and shows us who is gone.</summary>
    public static ReadOnlyMemory<byte> Heartbeat { get; } = ":\n\n"u8.ToArray();

    /// <summary>Gets the goodbye of a stream that grew old: come again at once.</summary>
    public static ReadOnlyMemory<byte> Renew { get; } = "event: end\ndata: renew\n\n"u8.ToArray();

    /// <summary>Gets the goodbye of a process that is stopping.</summary>
    public static ReadOnlyMemory<byte> Stopping { get; } = "event: end\ndata: stopping\n\n"u8.ToArray();

    /// <summary>Writes a tick.</summary>
    public static ReadOnlyMemory<byte> Tick(TickAnswer tick)
    {
        var id = tick.Time.ToString(CultureInfo.InvariantCulture);
        var data = JsonSerializer.Serialize(tick, DashboardJson.Default.TickAnswer);
        return Encoding.UTF8.GetBytes($"event: tick\nid: {id}\ndata: {data}\n\n");
    }
}
