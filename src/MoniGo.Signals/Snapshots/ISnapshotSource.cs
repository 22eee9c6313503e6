namespace MoniGo.Signals;

/// <summary>Contributes samples to every tick: meters, machine readings, functions, own numbers.</summary>
/// <remarks>
/// Register more with <c>services.AddSingleton&lt;ISnapshotSource, MySource&gt;()</c>. A source that throws loses what it
/// had not yet added to that tick, and nothing else.
/// </remarks>
public interface ISnapshotSource
{
    /// <summary>Adds the current readings; called once per tick, never concurrently, off the request path.</summary>
    void Collect(SnapshotBuilder builder);
}
