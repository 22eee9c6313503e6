namespace MoniGo.Signals;

/// <summary>Says what became of an appended snapshot.</summary>
public enum AppendOutcome
{
    /// <summary>Kept, and survives the death of the process and the machine.</summary>
    Durable,

    /// <summary>Kept and handed to the operating system: survives the process, and the machine after the next sync.</summary>
    Written,

    /// <summary>Kept in memory only; lost with the process.</summary>
    Volatile,

    /// <summary>Already kept before; nothing was changed.</summary>
    Duplicate,

    /// <summary>Not kept; the result says why.</summary>
    Refused,
}
