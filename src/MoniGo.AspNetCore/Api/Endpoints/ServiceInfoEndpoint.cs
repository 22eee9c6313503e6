using System.Reflection;
using System.Runtime;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;
using MoniGo.Dashboard;
using MoniGo.Hosting;
using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.AspNetCore;

/// <summary>Answers <c>GET service-info</c>: what this process is and how its store is doing; needs no tick.</summary>
internal sealed class ServiceInfoEndpoint(Resource resource, ISnapshotFeed feed, ISampleReader store)
{
    // The build adds the commit behind a plus sign, which is nobody's version.
    private static readonly string LibraryVersion = typeof(ServiceInfoEndpoint).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public Task<Reply> HandleAsync(HttpContext context) =>
        Task.FromResult(Reply.Json(Describe(store.Status), ApiJson.Default.ServiceInfoResponse));

    private ServiceInfoResponse Describe(StoreStatus status) => new()
    {
        ServiceName = resource.ServiceName,
        ServiceStartTime = resource.StartTime.UtcDateTime,
        GoVersion = RuntimeInformation.FrameworkDescription,
        ProcessId = resource.ProcessId,
        RetentionPeriod = DurationText.Write(status.Retention),
        StorageType = status.Kind,
        StorageOnDisk = status.Kind is "memory" ? null : ReadableText.Bytes(status.Bytes),
        RetentionSeconds = status.Retention.TotalSeconds,
        StorageBytes = status.Bytes,
        StorageCapacityBytes = status.Capacity,
        StorageProblem = status.Problem,
        OldestSampleTime = status.Oldest?.UtcDateTime,
        Directory = status.Directory,
        Sync = status.Sync,
        LastSync = status.LastSync?.UtcDateTime,
        Tiers = [.. status.Tiers.Select(Describe)],
        LiveSeries = status.LiveSeries,
        HeadBytes = status.HeadBytes,
        LogBytes = status.LogBytes,
        WriteFailures = status.WriteFailures,
        Damaged = status.Damaged,
        LastDamage = status.LastDamage,
        TickSeconds = feed.Interval.TotalSeconds,
        RuntimeVersion = RuntimeInformation.FrameworkDescription,
        GcMode = GCSettings.IsServerGC ? "server" : "workstation",
        LibraryVersion = LibraryVersion,
        ServiceVersion = resource.ServiceVersion,
        Environment = resource.Environment,
        HostName = resource.HostName,
        InstanceId = resource.InstanceId,
    };

    private static TierResponse Describe(TierStatus tier) => new(
        tier.Name, tier.Step.TotalSeconds, tier.Retention.TotalSeconds, tier.Bytes, tier.Segments, tier.Oldest?.UtcDateTime);
}
