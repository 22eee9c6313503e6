using System.Diagnostics.Metrics;
using Yarp.ReverseProxy.Forwarder;

namespace MoniGo.AspNetCore.Yarp;

/// <summary>The instruments of a gateway; MoniGo listens to them like anybody else can.</summary>
/// <remarks>Thread-safe. Scoped to this host; its factory disposes it.</remarks>
internal sealed class ProxyMeter
{
    /// <summary>Name of the meter.</summary>
    public const string Name = "MoniGo.AspNetCore.Yarp";

    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _firstByte;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _refused;

    public ProxyMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _duration = meter.CreateHistogram<double>(
            ProxyInstruments.Duration, "s", "Duration of forwarded attempts, from sending to the last byte of the answer.", tags: null, Advice);
        _firstByte = meter.CreateHistogram<double>(
            ProxyInstruments.FirstByte, "s", "Time from sending an attempt to the headers of its answer.", tags: null, Advice);
        _retries = meter.CreateCounter<long>(
            ProxyInstruments.Retries, "{attempt}", "Attempts after the first of the same request.");
        _refused = meter.CreateCounter<long>(
            ProxyInstruments.Refused, "{request}", "Requests that were not forwarded at all, by error kind.");
    }

    // The SDK's default boundaries are meant for milliseconds; these span answers from 1 ms to 30 s.
    private static InstrumentAdvice<double> Advice => new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    /// <summary>Records an attempt that has ended.</summary>
    public void RecordAttempt(Forwarding way, double seconds, int statusCode, ForwarderError error)
    {
        if (!_duration.Enabled)
            return;

        var tags = way.ToTags();
        if (error == ForwarderError.None)
            tags.Add(ProxyInstruments.StatusCode, statusCode);
        else
            tags.Add(ProxyInstruments.ErrorType, error.ToString());

        _duration.Record(seconds, tags);
    }

    /// <summary>Records the arrival of an answer's headers.</summary>
    public void RecordFirstByte(Forwarding way, double seconds)
    {
        if (_firstByte.Enabled)
            _firstByte.Record(seconds, way.ToTags());
    }

    /// <summary>Counts an attempt after the first.</summary>
    public void CountRetry(Forwarding way) => _retries.Add(1, way.ToTags());

    /// <summary>Counts a request that found no destination.</summary>
    public void CountRefused(Forwarding way, ForwarderError error)
    {
        var tags = way.ToTags();
        tags.Add(ProxyInstruments.ErrorType, error.ToString());
        _refused.Add(1, tags);
    }
}
