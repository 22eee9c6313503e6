using Microsoft.AspNetCore.Http;
using MoniGo.Query;

namespace MoniGo.Dashboard;

/// <summary>What the host may change about the dashboard.</summary>
internal sealed record DashboardSettings
{
    /// <summary>Gets the range shown when the address names none; one of <see cref="ViewRange.All"/>.</summary>
    public string DefaultRange { get; init; } = "15m";

    /// <summary>Gets the source of the nonce of a page's scripts and styles; null where the host has no such policy.</summary>
    public Func<HttpContext, string?>? CspNonce { get; init; }

    /// <summary>Gets the number of live streams open at once; the next one is answered 503.</summary>
    public int MaxViewers { get; init; } = 200;

    /// <summary>Gets the number of different views that streams follow at once, as each costs a reading a tick; the next one is answered 503.</summary>
    public int MaxTopics { get; init; } = 50;

    /// <summary>Gets how long one stream lives, so that authorization is checked again from time to time.</summary>
    public TimeSpan StreamLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets how often a stream without ticks says that it is alive; below the idle limit of common proxies (30 s).</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets the thresholds behind the health score.</summary>
    public HealthThresholds Health { get; init; } = new();
}
