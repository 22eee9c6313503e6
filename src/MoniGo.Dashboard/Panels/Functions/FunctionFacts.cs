using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>All traced functions together, as the latest tick tells.</summary>
/// <remarks>Facts without a past: a line over thousands of distributions would cost more than it says.</remarks>
internal static class FunctionFacts
{
    private static readonly EmptyText Nothing = new("No reading", "The first tick brings it.");

    /// <summary>Gets how many functions there are.</summary>
    public static FactPanel Traced { get; } = new("functions-traced", "Functions", ReadTraced)
    {
        About = "Traced functions that were called since the process started: those with [MoniGoTrace], those called through IMoniGoTracer, and activities of named sources.",
        Empty = Nothing,
    };

    /// <summary>Gets how often they are called.</summary>
    public static FactPanel Calls { get; } = new("functions-calls", "Calls", reading => PerSecond(reading, FunctionInstruments.Duration.Name))
    {
        About = "Calls of all traced functions that ended per second since the last tick.",
        Empty = Nothing,
    };

    /// <summary>Gets how often they fail.</summary>
    public static FactPanel Errors { get; } = new("functions-errors", "Errors", ReadErrors)
    {
        About = "Calls that ended with an exception per second since the last tick.",
        Empty = Nothing,
    };

    /// <summary>Gets how many calls are running.</summary>
    public static FactPanel Running { get; } = new("functions-running", "Running now", ReadRunning)
    {
        About = "Calls of traced functions that have begun and not ended, those that wait in an await included.",
        Empty = Nothing,
    };

    /// <summary>Gets how the hosted services are doing.</summary>
    public static FactPanel Services { get; } = new("functions-services", "Services", ReadServices)
    {
        About = "Hosted services of this host: how many faulted, or how many are running of all. One that faulted does its work no longer, whatever the host says of its health.",
        Empty = Nothing,
    };

    /// <summary>Gets how many functions made room for others.</summary>
    public static FactPanel Evicted { get; } = new("functions-evicted", "Evicted", ReadEvicted)
    {
        About = "Functions that made room for others since the process started, least recently used first. If this grows, names are made of values that never end.",
        Empty = Nothing,
    };

    private static TileAnswer ReadTraced(PanelReading reading) =>
        new(Unit.Write(reading.Latest?.Find(FunctionInstruments.Duration.Name)?.Samples.Length ?? 0), "", "since start");

    private static TileAnswer ReadErrors(PanelReading reading)
    {
        var answer = PerSecond(reading, FunctionInstruments.Errors.Name);
        var total = reading.Sum(FunctionInstruments.Errors.Name) ?? 0;
        return answer with { Detail = $"{Unit.Write(total)} since start", Tone = answer.Text is "0" or Unit.Nothing ? null : Tone.Bad };
    }

    private static TileAnswer ReadRunning(PanelReading reading)
    {
        var oldest = reading.ActiveCalls.List(1);
        return new(Unit.Write(reading.Sum(FunctionInstruments.Active.Name) ?? 0), "", oldest.Count == 0 ? null : $"oldest {Unit.WriteDuration(oldest[0].Age.TotalSeconds)}");
    }

    private static TileAnswer ReadServices(PanelReading reading)
    {
        var services = reading.Services.List();
        var running = services.Count(service => service.State is BackgroundServiceState.Running);
        var faulted = services.Count(service => service.State is BackgroundServiceState.Faulted);
        return faulted > 0
            ? new(Unit.Write(faulted), "faulted", $"{Unit.Write(running)} of {Unit.Write(services.Count)} running", Tone.Bad)
            : new(Unit.Write(running), services.Count == 0 ? "" : $"of {Unit.Write(services.Count)}", "running");
    }

    private static TileAnswer ReadEvicted(PanelReading reading)
    {
        var evicted = reading.Sum(FunctionInstruments.Evictions.Name) ?? 0;
        return new(Unit.Write(evicted), "", "since start", evicted > 0 ? Tone.Warn : null);
    }

    private static TileAnswer PerSecond(PanelReading reading, string instrument)
    {
        double? rate = reading.Previous is null ? null : reading.Instant(SeriesQuery.RateOf(instrument)) is [{ Points: [.., var last] }, ..] ? last.Value : 0;
        return new(Unit.Write(rate), rate is null ? "" : Unit.PerSecond.Suffix);
    }
}
