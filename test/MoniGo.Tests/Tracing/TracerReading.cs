using MoniGo.Signals;
using MoniGo.Tracing;

namespace MoniGo.Tests;

/// <summary>Ticks a tracer and reads what it published.</summary>
internal sealed class TracerReading
{
    private readonly Snapshot _snapshot;

    private TracerReading(Snapshot snapshot) => _snapshot = snapshot;

    public static TracerReading Of(FunctionTracer tracer)
    {
        var builder = new SnapshotBuilder();
        builder.Begin(DateTimeOffset.UnixEpoch);
        tracer.Collect(builder);
        return new(builder.Build(new Resource("test", "1", "host", 1, DateTimeOffset.UnixEpoch), epoch: 1, sequence: 1));
    }

    public IEnumerable<string> Functions =>
        (_snapshot.Find(FunctionInstruments.Active.Name)?.Samples ?? []).Select(sample => sample.Series.Tags[FunctionInstruments.Function]!);

    public double Dropped => _snapshot.Find(OwnInstruments.Dropped.Name, TagSet.Of("reason", "functions"))!.Value.Value;

    public ExponentialHistogram Duration(string function) =>
        Sample(FunctionInstruments.Duration, function)?.Histogram ?? ExponentialHistogram.Empty;

    public long Calls(string function) => Duration(function).Count;

    public double? Active(string function) => Sample(FunctionInstruments.Active, function)?.Value;

    public double? Value(InstrumentInfo instrument, string function) => Sample(instrument, function)?.Value;

    public double? Errors<TException>(string function) => Errors(function, typeof(TException).FullName!);

    public double? Errors(string function, string type) => _snapshot.Find(
        FunctionInstruments.Errors.Name,
        TagSet.Create(new(FunctionInstruments.Function, function), new(FunctionInstruments.ErrorType, type)))?.Value;

    public SeriesKey? Key(InstrumentInfo instrument, string function) => Sample(instrument, function)?.Series;

    public double? Kept(string function, string reason) => _snapshot.Find(
        FunctionInstruments.Kept.Name,
        TagSet.Create(new(FunctionInstruments.Function, function), new(FunctionInstruments.KeptReason, reason)))?.Value;

    public double Evictions => _snapshot.Find(FunctionInstruments.Evictions.Name, TagSet.Empty)!.Value.Value;

    public IReadOnlyList<Exemplar> Exemplars(string function) => Sample(FunctionInstruments.Duration, function)?.Exemplars ?? [];

    private Sample? Sample(InstrumentInfo instrument, string function) =>
        _snapshot.Find(instrument.Name, TagSet.Of(FunctionInstruments.Function, function));
}
