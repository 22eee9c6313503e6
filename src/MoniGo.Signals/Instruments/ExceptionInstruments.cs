namespace MoniGo.Signals;

/// <summary>What is kept of the exceptions that MoniGo groups.</summary>
public static class ExceptionInstruments
{
    /// <summary>Tag that holds the id of the group.</summary>
    public const string Group = "exception.group";

    /// <summary>Gets the exceptions seen, by group and <c>error.type</c>.</summary>
    public static InstrumentInfo Count { get; } = new(
        "monigo.exceptions", InstrumentKind.Counter, "{exception}", "Exceptions that ended traced calls and requests or were logged, by group.");
}
