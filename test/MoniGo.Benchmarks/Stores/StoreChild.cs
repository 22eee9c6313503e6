using System.Globalization;

namespace MoniGo.Benchmarks;

/// <summary>Keeps one workload in a store of its own, or only makes its ticks; says "key value" lines and then an empty one.</summary>
internal static class StoreChild
{
    public const string Name = "store";

    /// <summary>Only makes the ticks of the reference day: what the others are compared with.</summary>
    public const string Generate = "generate";

    public const string Day = "day";

    public const string DayWithJitter = "day-jitter";

    public const string Histograms = "histograms";

    public const string Streams = "streams";

    public static async Task RunAsync(string side)
    {
        await using var host = await SurroundingHost.StartAsync();
        var figures = await (side switch
        {
            Generate => DayRun.GenerateAsync(),
            Day => DayRun.KeepAsync(jitter: null),
            DayWithJitter => DayRun.KeepAsync(TimeSpan.FromMilliseconds(15)),
            Histograms => HistogramRun.KeepAsync(),
            _ => FleetRun.KeepAsync(),
        });
        foreach (var (key, value) in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key} {value:R}"));

        Console.WriteLine();
    }

    /// <summary>Runs a side in a process of its own and reads what it says.</summary>
    public static Dictionary<string, double> Measure(string side)
    {
        using var child = new Child(Name, side);
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        while (child.Read().Split(' ') is [var key, var value])
            figures[key] = double.Parse(value, CultureInfo.InvariantCulture);

        return figures;
    }
}
