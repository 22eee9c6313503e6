using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using MoniGo.Signals;

namespace MoniGo.Collectors;

/// <summary>Listens to the meters of .NET and of the application, and adds up what they send until the next tick.</summary>
/// <remarks>
/// Listens from construction to disposal. Meters that belong to another host's factory, and MoniGo's own, are not heard.
/// Two meters of one name share their series; the second meter to use an instrument's name gets the tag <c>otel.scope.name</c>.
/// An instrument whose meter is disposed leaves the snapshot. Nothing here throws into the code that measures.
/// </remarks>
internal sealed partial class MeterAggregator : ISnapshotSource, IDisposable
{
    private readonly MeterSettings _settings;
    private readonly ILogger _logger;
    private readonly SlowRequests? _slow;
    private readonly MeterDrops _drops = new();
    private readonly InstrumentCatalog _catalog;
    private readonly MeterListener _listener = new();
    private bool _callbackFailed;

    /// <summary>Begins to listen.</summary>
    /// <param name="settings">What to.</param>
    /// <param name="logger">Told of what goes wrong.</param>
    /// <param name="slow">Keeps the slow ones of the requests; null for none.</param>
    public MeterAggregator(MeterSettings settings, ILogger<MeterAggregator> logger, SlowRequests? slow = null)
    {
        (_settings, _logger, _slow) = (settings, logger, slow);
        _catalog = new(settings.CardinalityLimit, _drops, slow);
        _listener.InstrumentPublished = OnPublished;
        _listener.MeasurementsCompleted = OnCompleted;
        _listener.SetMeasurementEventCallback<byte>(static (_, value, tags, state) => ((InstrumentSeries)state!).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<short>(static (_, value, tags, state) => ((InstrumentSeries)state!).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => ((InstrumentSeries)state!).Record((long)value, tags));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => ((InstrumentSeries)state!).Record(value, tags));
        _listener.SetMeasurementEventCallback<float>(static (_, value, tags, state) => ((InstrumentSeries)state!).Record((double)value, tags));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => ((InstrumentSeries)state!).Record(value, tags));
        _listener.SetMeasurementEventCallback<decimal>(static (_, value, tags, state) => ((InstrumentSeries)state!).Record((double)value, tags));
        _listener.Start();
    }

    /// <inheritdoc />
    public void Collect(SnapshotBuilder builder)
    {
        Observe();
        foreach (var instrument in _catalog.All)
            instrument.Publish(builder);

        _slow?.Refill();
        _drops.Publish(builder);
    }

    /// <summary>Stops listening.</summary>
    public void Dispose() => _listener.Dispose();

    private void Observe()
    {
        try
        {
            _listener.RecordObservableInstruments();
            _callbackFailed = false;
        }
        catch (Exception error)
        {
            // The listener asks every instrument before it throws, so only the failing ones are missing.
            _drops.CountCallback((error as AggregateException)?.InnerExceptions.Count ?? 1);
            if (!_callbackFailed)
                LogCallbackFailed(error);

            _callbackFailed = true;
        }
    }

    private void OnPublished(Instrument instrument, MeterListener listener)
    {
        try
        {
            if (!IsWanted(instrument.Meter) || InstrumentShape.Of(instrument) is not { } shape)
                return;

            if (_catalog.Join(instrument, shape) is { } series)
            {
                listener.EnableMeasurementEvents(instrument, series);
                return;
            }

            _drops.CountConflict();
            LogConflict(instrument.Name, instrument.Meter.Name);
        }
        catch (Exception error)
        {
            _drops.CountCallback();
            LogPublishFailed(error, instrument.Name, instrument.Meter.Name);
        }
    }

    private bool IsWanted(Meter meter) =>
        (meter.Scope is null || ReferenceEquals(meter.Scope, _settings.Scope))
        && !string.Equals(meter.Name, InstrumentInfo.OwnMeter, StringComparison.Ordinal)
        && _settings.Selects(meter.Name);

    private void OnCompleted(Instrument instrument, object? state)
    {
        if (state is InstrumentSeries series)
            _catalog.Leave(series);
    }

    [LoggerMessage(1010, LogLevel.Warning, "An observable instrument's callback threw; its series are missing until it works again.")]
    private partial void LogCallbackFailed(Exception error);

    [LoggerMessage(1011, LogLevel.Warning, "Instrument {Instrument} of meter {Meter} is not recorded: its name is taken by another kind of instrument, or there are too many instruments.")]
    private partial void LogConflict(string instrument, string meter);

    [LoggerMessage(1012, LogLevel.Warning, "Instrument {Instrument} of meter {Meter} is not recorded: its description could not be read.")]
    private partial void LogPublishFailed(Exception error, string instrument, string meter);
}
