using System.Diagnostics;

namespace MoniGo.Benchmarks;

/// <summary>What MoniGo costs a host that does nothing: CPU of the tick, and resident memory, beside the same host without it.</summary>
internal sealed class IdleFigure : IFigure
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(40);

    public string Name => "idle";

    public string About => "what MoniGo costs a host that does nothing";

    public async Task RunAsync(FigureWriter writer)
    {
        using var plain = new Child(HostChild.Name, HostChild.Plain);
        using var monigo = new Child(HostChild.Name, HostChild.MoniGo);
        plain.Read();
        monigo.Read();
        await Task.Delay(Settling); // the first ticks compile; idle begins after them

        var start = Stopwatch.GetTimestamp();
        var (plainCpu, monigoCpu) = (plain.CpuTime, monigo.CpuTime);
        await Task.Delay(Window);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var plainPercent = (plain.CpuTime - plainCpu).TotalSeconds / seconds * 100;
        var monigoPercent = (monigo.CpuTime - monigoCpu).TotalSeconds / seconds * 100;

        writer.Write("idle_cpu_percent_of_core", monigoPercent - plainPercent, "%");
        writer.Write("anchor_plain_cpu_percent_of_core", plainPercent, "%");
        writer.Write("added_rss_mb", (monigo.ResidentBytes - plain.ResidentBytes) / 1e6, "MB");
        writer.Write("anchor_plain_rss_mb", plain.ResidentBytes / 1e6, "MB");
        writer.Write("added_managed_mb", (monigo.AskNumbers("gc")[0] - plain.AskNumbers("gc")[0]) / 1e6, "MB");
    }
}
