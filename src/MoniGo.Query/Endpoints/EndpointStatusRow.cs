using MoniGo.Signals;

namespace MoniGo.Query;

/// <summary>The requests that were answered with one status.</summary>
/// <param name="Status">The status code; empty where a request ended without one.</param>
/// <param name="Error">The reason for an error that is no status code, such as an exception's type; empty for none.</param>
/// <param name="Durations">How long they took, in seconds.</param>
/// <param name="Rate">Requests per second.</param>
/// <param name="Share">Their share of the requests asked for, from 0 to 1.</param>
internal sealed record EndpointStatusRow(string Status, string Error, ExponentialHistogram Durations, double Rate, double Share);
