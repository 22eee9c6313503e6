using MoniGo.Query;
using MoniGo.Signals;

namespace MoniGo.Dashboard;

/// <summary>The ports and the engine that panels read through.</summary>
/// <param name="Engine">Answers questions about series.</param>
/// <param name="Store">Tells how the history is doing.</param>
/// <param name="Events">What happened.</param>
/// <param name="Spans">The calls and requests that were kept.</param>
/// <param name="Exceptions">The exceptions, in groups.</param>
/// <param name="ActiveCalls">The calls that are running.</param>
/// <param name="Services">The hosted services.</param>
internal sealed record PanelSources(
    SeriesEngine Engine,
    ISampleReader Store,
    IEventLog Events,
    ISpanStore Spans,
    IExceptionGroups Exceptions,
    IActiveCalls ActiveCalls,
    IBackgroundServices Services);
