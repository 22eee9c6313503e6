using MoniGo.Signals;

namespace MoniGo.Wire;

/// <summary>One line of a scrape page, as read.</summary>
/// <param name="Name">Name on the line, suffix included.</param>
/// <param name="Labels">Its labels, <c>le</c> included.</param>
/// <param name="Value">Its value.</param>
/// <param name="Timestamp">Its time in the page's unit (ms, in OpenMetrics s); null without.</param>
internal readonly record struct ExpositionPoint(string Name, TagSet Labels, double Value, double? Timestamp = null);
