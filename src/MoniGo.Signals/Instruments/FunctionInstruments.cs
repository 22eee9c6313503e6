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

    /// <summary>Gets the time in the function's own code: without the traced functions it called.</summary>
    public static InstrumentInfo SelfDuration { get; } = new(
        "monigo.function.self_duration", InstrumentKind.Counter, "s", "Time of calls outside the traced functions they called, where known.");

    /// <summary>Gets the duration of the calls whose own time is known: all that ended on one thread, and sampled ones.</summary>
    public static InstrumentInfo AttributedDuration { get; } = new(
        "monigo.function.attributed_duration", InstrumentKind.Counter, "s", "Duration of the calls whose own time is known.");

    /// <summary>Gets the calls that were kept as spans; tag <see cref="KeptReason"/>.</summary>
    public static InstrumentInfo Kept { get; } = new(
        "monigo.function.kept", InstrumentKind.Counter, "{call}", "Calls of a traced function that were kept as spans, by reason.");

    /// <summary>Tag that says why a call was kept: <c>sampled</c>, <c>slow</c> or <c>failed</c>.</summary>
    public const string KeptReason = "reason";

    /// <summary>Gets the functions that made room for others; not tagged.</summary>
    public static InstrumentInfo Evictions { get; } = new(
        "monigo.function.evictions", InstrumentKind.Counter, "{function}", "Traced functions that made room for others, least recently used first.");
}
