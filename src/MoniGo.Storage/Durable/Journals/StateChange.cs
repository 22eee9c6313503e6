using MoniGo.Signals;

namespace MoniGo.Storage;

/// <summary>One change of the state store.</summary>
/// <param name="Key">Key of the document.</param>
/// <param name="Document">The document from there on; null when it was removed.</param>
internal sealed record StateChange(string Key, StateDocument? Document);
