namespace MoniGo.Signals;

/// <summary>What is kept of every traced function; each series has the tag <see cref="Function"/>.</summary>
public static class FunctionInstruments
{
    /// <summary>Tag that names the function.</summary>
    public const string Function = "function";

    /// <summary>Tag that names the exception's type on <see cref="Errors"/>.</summary>
    public const string ErrorType = "error.type";

    /// <summary>Gets how long calls took.</summary>
    public static InstrumentInfo Duration { get; } = new(
        "monigo.function.duration", InstrumentKind.Histogram, "s", "Duration of the calls of a traced function.");

    /// <summary>Gets the calls that ended with an exception, by its type.</summary>
    public static InstrumentInfo Errors { get; } = new(
        "monigo.function.errors", InstrumentKind.Counter, "{call}", "Calls of a traced function that ended with an exception.");

    /// <summary>Gets the calls that are running now.</summary>
    public static InstrumentInfo Active { get; } = new(
        "monigo.function.active", InstrumentKind.UpDownCounter, "{call}", "Calls of a traced function that are running.");

    /// <summary>Gets the bytes that synchronous calls allocated.</summary>
    public static InstrumentInfo Allocated { get; } = new(
        "monigo.function.allocated", InstrumentKind.Counter, "By", "Bytes allocated by the thread during synchronous calls of a traced function.");

    /// <summary>Gets how long the last call took.</summary>
    public static InstrumentInfo LastDuration { get; } = new(
        "monigo.function.last_duration", InstrumentKind.Gauge, "s", "Duration of the last call of a traced function.");

    /// <summary>Gets when the last call began, in seconds since 1970.</summary>
    public static InstrumentInfo LastStart { get; } = new(
        "monigo.function.last_start", InstrumentKind.Gauge, "s", "Start of the last call of a traced function, as Unix time.");
}
