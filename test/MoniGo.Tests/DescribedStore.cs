using System.Runtime.CompilerServices;
using MoniGo.Signals;

namespace MoniGo.Tests;

/// <summary>A store without samples that is doing just as the test says.</summary>
internal sealed class DescribedStore(StoreStatus status) : ISampleReader
{
    /// <summary>A disk store of a quiet shop, two months old, with all well.</summary>
    public static StoreStatus OnDisk(DateTimeOffset now) => new(
        "disk", TimeSpan.FromDays(7), 31_457_280, 268_435_456, now.AddDays(-61))
    {
        Tiers =
        [
            new("raw", TimeSpan.Zero, TimeSpan.FromDays(7), 20_971_520, 168, now.AddDays(-7)),
            new("minute", TimeSpan.FromMinutes(1), TimeSpan.FromDays(90), 9_437_184, 61, now.AddDays(-61)),
            new("hour", TimeSpan.FromHours(1), TimeSpan.FromDays(730), 1_048_576, 2, now.AddDays(-61)),
        ],
        Directory = "/srv/shop/monigo",
        Sync = "every 30 s",
        LastSync = now.AddSeconds(-12),
        LiveSeries = 312,
        LiveStreams = 1,
        HeadBytes = 655_360,
        LogBytes = 262_144,
    };

    public StoreStatus Status { get; set; } = status;

    public async IAsyncEnumerable<SeriesWindows> ReadAsync(
        SampleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield break;
    }
}
