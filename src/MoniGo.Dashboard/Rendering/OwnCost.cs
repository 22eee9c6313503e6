using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>Says in one line what MoniGo itself costs the process.</summary>
internal static class OwnCost
{
    /// <summary>Describes the cost of the latest tick.</summary>
    public static string Describe(Snapshot? latest)
    {
        if (latest is null)
            return "no tick yet";

        string?[] parts =
        [
            First(latest, OwnInstruments.TickDuration) is { } seconds ? $"tick {Unit.Write(seconds * 1000)} ms" : null,
            First(latest, OwnInstruments.SeriesCount) is { } series ? $"{Unit.Write(series)} series" : null,
        ];

        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static double? First(Snapshot latest, InstrumentInfo instrument) => latest.Find(instrument.Name)?.Samples[0].Value;
}
