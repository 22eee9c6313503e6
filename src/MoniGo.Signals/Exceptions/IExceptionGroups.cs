namespace MoniGo.Signals;

/// <summary>The exceptions that ended traced calls and requests or were logged, in groups.</summary>
/// <remarks>Thread-safe; bounded, the group that was not seen for longest makes room.</remarks>
public interface IExceptionGroups
{
    /// <summary>Lists the groups, latest seen first.</summary>
    IReadOnlyList<ExceptionGroup> List();

    /// <summary>Finds a group; null when unknown or dropped.</summary>
    ExceptionGroup? Find(string id);
}
