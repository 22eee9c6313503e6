using MoniGo.Signals;
using MoniGo.Storage;

namespace MoniGo.Tests;

/// <summary>What a durable port has acknowledged is there after the power went off, at whatever step.</summary>
public sealed class PowerCutTests
{
    private const int Seeds = 5;
    private static readonly string Root = Path.GetFullPath("store");
    private static readonly TimeRange Day = new(TickScript.Noon - TimeSpan.FromHours(1), TickScript.Noon + TimeSpan.FromHours(12));
    private static readonly BlobInfo Info = new("stacks", "stacks.txt", "text/plain", TickScript.Noon);
    private static readonly string Long = new('x', 4096);

    [Fact]
    public Task AppendAsync_Acknowledged_SurvivesThePowerCut() => AtEveryStepAsync(async (files, rebooted) =>
    {
        await using var log = new DiskEventLog(64 * 1024);
        await log.OpenAsync(files, Root);
        var acknowledged = -1;
        for (var i = 0; i < 30 && !files.IsOff; i++)
        {
            await log.AppendAsync(new(TickScript.Noon + TimeSpan.FromMinutes(i), EventKind.Audit, Long, Long, Long, Long));
            acknowledged = files.IsOff ? acknowledged : i;
        }

        await using var next = new DiskEventLog(1 << 20);
        await next.OpenAsync(rebooted(), Root);
        var kept = (await next.ReadAsync(Day, null, 1000)).Select(entry => (int)(entry.Time - TickScript.Noon).TotalMinutes).ToList();
        Assert.Equal(Enumerable.Range(0, kept.Count).Select(i => kept[0] - i), kept); // none is missing in between
        Assert.True(kept.FirstOrDefault(-1) >= acknowledged);
    });

    [Fact]
    public Task PutAsync_Acknowledged_SurvivesThePowerCut() => AtEveryStepAsync(async (files, rebooted) =>
    {
        await using var store = new DiskStateStore();
        await store.OpenAsync(files, Root);
        var acknowledged = 0L;
        for (var version = 0; version < 30 && !files.IsOff; version++)
        {
            await store.PutAsync("key", new byte[20_000 + version], version);
            acknowledged = files.IsOff ? acknowledged : version + 1;
        }

        await using var next = new DiskStateStore();
        await next.OpenAsync(rebooted(), Root);
        var kept = await next.GetAsync("key");
        Assert.InRange(kept?.Version ?? 0, acknowledged, acknowledged + 1);
        Assert.Equal(kept?.Version ?? 0, kept is null ? 0 : kept.Value.Length - 20_000 + 1);
    });

    [Fact]
    public Task AddAsync_Acknowledged_SurvivesThePowerCut() => AtEveryStepAsync(async (files, rebooted) =>
    {
        const int Capacity = 64 * 1024; // five of them
        await using var ring = new DiskBlobRing(Capacity);
        await ring.OpenAsync(files, Root);
        List<(string Id, byte[] Content)> acknowledged = [];
        for (byte i = 0; i < 10 && !files.IsOff; i++)
        {
            var content = Enumerable.Repeat(i, 8 * 1024).ToArray();
            var id = await ring.AddAsync(Info, content);
            if (!files.IsOff)
                acknowledged.Add((id!, content));
        }

        await using var next = new DiskBlobRing(Capacity);
        await next.OpenAsync(rebooted(), Root);
        Assert.InRange(await next.ListAsync().CountAsync(), Math.Min(4, acknowledged.Count), 5);
        foreach (var (id, content) in acknowledged.TakeLast(4)) // for the one that was being added, the fifth may have made room
            Assert.Equal(content, (await next.FindAsync(id)).Blob?.Content.ToArray());
    });

    private static async Task AtEveryStepAsync(Func<PowerCutFiles, Func<CrashFiles>, Task> scenario)
    {
        var isOver = false;
        for (var steps = 0; !isOver; steps++)
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                var machine = new CrashFiles((Seeds * steps) + seed);
                var files = new PowerCutFiles(machine, steps);
                await scenario(files, machine.Crash);
                isOver = !files.IsOff;
            }
        }
    }
}
